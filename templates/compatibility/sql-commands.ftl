
    /// <summary>Commands as the in-process extension made them: not run, on a connection that nobody opened.</summary>
    [ExcludeFromCodeCoverage]
    internal static class SqlCommands
    {
        public static SqlCommand Of(FunctionContext context, string commandText, string connectionStringSetting, string parameters) =>
            Of(context, commandText, connectionStringSetting, CommandType.Text, parameters);

        public static SqlCommand Of(FunctionContext context, string commandText, string connectionStringSetting, CommandType commandType = CommandType.Text, string parameters = null)
        {
            var connection = new SqlConnection(BindingSettings.Connection(context, connectionStringSetting).Value);
            var command = new SqlCommand(BindingSettings.Resolve(context, commandText), connection);
            command.CommandType = commandType;
            foreach (var pair in (BindingSettings.Resolve(context, parameters) ?? "").Split(new[] { ',' }, StringSplitOptions.RemoveEmptyEntries))
            {
                var items = pair.Split('=');
                if (items.Length != 2 || !items[0].StartsWith("@", StringComparison.Ordinal))
                {
                    throw new ArgumentException("Parameters of a command are written as @name=value, with commas between them.");
                }
                var isNull = items[1].Equals("null", StringComparison.OrdinalIgnoreCase);
                command.Parameters.Add(new SqlParameter(items[0], isNull ? DBNull.Value : (object)items[1]));
            }
            return command;
        }
    }
