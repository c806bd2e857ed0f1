
    /// <summary>On from when the worker is told to stop.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class StoppingWorker : IDrainModeManager
    {
        private readonly IHostApplicationLifetime _lifetime;

        public StoppingWorker(IHostApplicationLifetime lifetime) => _lifetime = lifetime;

        public bool IsDrainModeEnabled => _lifetime.ApplicationStopping.IsCancellationRequested;
    }
