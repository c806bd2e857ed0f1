
    /// <summary>Status 500 with a general message, and the exception where it is asked for, as JSON or XML.</summary>
    [ExcludeFromCodeCoverage]
    public class ExceptionResult : ObjectResult
    {
        public ExceptionResult(Exception exception, bool includeErrorDetail)
            : base(Error.Of(exception, includeErrorDetail))
        {
            Exception = exception;
            IncludeErrorDetail = includeErrorDetail;
            StatusCode = StatusCodes.Status500InternalServerError;
        }

        public Exception Exception { get; }

        public bool IncludeErrorDetail { get; }

        [XmlRoot("Error")]
        private sealed class Error : Dictionary<string, object>, IXmlSerializable
        {
            public static Error Of(Exception exception, bool includeErrorDetail)
            {
                var error = new Error { ["Message"] = "An error has occurred." };
                if (includeErrorDetail)
                {
                    error["ExceptionMessage"] = exception.Message;
                    error["ExceptionType"] = exception.GetType().FullName;
                    error["StackTrace"] = exception.StackTrace;
                    if (exception.InnerException != null)
                    {
                        error["InnerException"] = Of(exception.InnerException, true);
                    }
                }

                return error;
            }

            public XmlSchema GetSchema() => null;

            public void ReadXml(XmlReader reader) => throw new NotSupportedException();

            public void WriteXml(XmlWriter writer)
            {
                foreach (var pair in this)
                {
                    writer.WriteStartElement(pair.Key);
                    if (pair.Value is Error inner)
                    {
                        inner.WriteXml(writer);
                    }
                    else
                    {
                        writer.WriteString((string)pair.Value);
                    }

                    writer.WriteEndElement();
                }
            }
        }
    }
