
    public interface IServiceProviderBuilder
    {
        IServiceProvider Build();
    }
