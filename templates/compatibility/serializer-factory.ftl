
    /// <summary>Nobody asks it any more: bindings of the worker have serializers of their own.</summary>
    public interface ICosmosDBSerializerFactory
    {
        CosmosSerializer CreateSerializer();
    }
