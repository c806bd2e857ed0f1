
    /// <summary>Status 400 with the message, as JSON or XML.</summary>
    [ExcludeFromCodeCoverage]
    public class BadRequestErrorMessageResult : ObjectResult
    {
        public BadRequestErrorMessageResult(string message)
            : base(new Error { ["Message"] = message })
        {
            Message = message;
            StatusCode = StatusCodes.Status400BadRequest;
        }

        public string Message { get; }

        [XmlRoot("Error")]
        private sealed class Error : Dictionary<string, object>, IXmlSerializable
        {
            public XmlSchema GetSchema() => null;

            public void ReadXml(XmlReader reader) => this["Message"] = reader.ReadElementContentAsString();

            public void WriteXml(XmlWriter writer) => writer.WriteElementString("Message", (string)this["Message"]);
        }
    }
