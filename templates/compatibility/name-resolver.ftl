
    public interface INameResolver
    {
        string Resolve(string name);
    }
