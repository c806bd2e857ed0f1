
    /// <summary>Stops the start when only a part is registered: parameters would be null, answers empty.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class InProcessCheck : IHostedService
    {
        private readonly bool _isComplete;

        public InProcessCheck(IOptions<WorkerOptions> options, IServiceProvider services)
            => _isComplete = options.Value.InputConverters.Contains(typeof(InProcessParameters)) && services.GetService<InProcessRequests>() != null;

        public Task StartAsync(CancellationToken cancellationToken) => _isComplete
            ? Task.CompletedTask
            : throw new InvalidOperationException("InProcessParameters and InProcessRequests belong together: see UseInProcessCompatibility() in InProcessCompatibility.cs.");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
