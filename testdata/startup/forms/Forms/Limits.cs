namespace Forms
{
    public class Limits
    {
        public int Limit { get; set; }
    }

    public interface IStore
    {
    }

    public class FileStore : IStore
    {
    }

    public class MemoryStore : IStore
    {
    }
}
