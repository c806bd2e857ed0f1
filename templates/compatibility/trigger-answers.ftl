
    /// <summary>What a function hands back to its trigger beside its outputs: the worker makes outputs of all that a method returns.</summary>
    [ExcludeFromCodeCoverage]
    internal static class TriggerAnswers
    {
        public static void Keep(FunctionContext context, object answer) => context.Items[typeof(TriggerAnswers)] = answer;

        public static async Task HandBackAsync(FunctionContext context, Func<Task> next)
        {
            await next();
            if (context.Items.TryGetValue(typeof(TriggerAnswers), out var answer))
            {
                context.GetInvocationResult().Value = answer;
            }
        }
    }
