
    /// <summary>The trigger of a function that only a person starts: POST /admin/functions/NAME of the host.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    [ExcludeFromCodeCoverage]
    internal sealed class ManualTriggerAttribute : TriggerBindingAttribute
    {
    }
