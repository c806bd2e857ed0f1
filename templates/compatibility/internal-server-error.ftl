
    /// <summary>Status 500 without a body.</summary>
    [ExcludeFromCodeCoverage]
    public class InternalServerErrorResult : StatusCodeResult
    {
        public InternalServerErrorResult()
            : base(StatusCodes.Status500InternalServerError)
        {
        }
    }
