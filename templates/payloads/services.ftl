    /// <summary>What Program.cs registers: it runs until its host is built, which is never started.</summary>
    internal sealed class AppServices : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object>>
    {
        private static readonly AsyncLocal<AppServices> Current = new AsyncLocal<AppServices>();
        private IHost _host;

        private sealed class Stopped : Exception { }

        public static IServiceProvider Of(string assembly)
        {
            var services = new AppServices();
            Current.Value = services;
            var main = Assembly.Load(assembly).EntryPoint;
            using (DiagnosticListener.AllListeners.Subscribe(services))
            {
                try
                {
                    main.Invoke(null, main.GetParameters().Length == 0 ? null : new object[] { Array.Empty<string>() });
                }
                catch (TargetInvocationException e) when (e.InnerException is Stopped)
                {
                    return services._host.Services;
                }
            }

            throw new InvalidOperationException("Program.cs of " + assembly + " built no host.");
        }

        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == "Microsoft.Extensions.Hosting" && Current.Value == this) listener.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object> written)
        {
            if (written.Key != "HostBuilt" || Current.Value != this) return;
            _host = (IHost)written.Value;
            throw new Stopped();
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
