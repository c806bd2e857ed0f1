
    /// <summary>The blob that a method asks its binder for.</summary>
    [ExcludeFromCodeCoverage]
    public sealed class BlobAttribute : Attribute
    {
        public BlobAttribute(string blobPath) => BlobPath = blobPath;

        public BlobAttribute(string blobPath, FileAccess access)
            : this(blobPath) => Access = access;

        public string BlobPath { get; }

        public FileAccess? Access { get; set; }

        public string Connection { get; set; }
    }

    public interface IBinder
    {
        Task<T> BindAsync<T>(Attribute attribute, CancellationToken cancellationToken = default(CancellationToken));
    }

    /// <summary>Opens blobs with a client of the SDK, as the binder of the in-process host did.</summary>
    [ExcludeFromCodeCoverage]
    public class Binder : IBinder
    {
        private readonly FunctionContext _context;

        internal Binder(FunctionContext context) => _context = context;

        public async Task<T> BindAsync<T>(Attribute attribute, CancellationToken cancellationToken = default(CancellationToken))
        {
            var wanted = (BlobAttribute)attribute;
            var path = BindingSettings.Resolve(_context, wanted.BlobPath);
            var slash = path.IndexOf('/');
            var container = Service(wanted.Connection).GetBlobContainerClient(path.Substring(0, slash));
            if (wanted.Access != FileAccess.Read)
            {
                await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
            return (T)await OpenAsync(typeof(T), container.GetBlobClient(path.Substring(slash + 1)), wanted, cancellationToken);
        }

        public virtual T Bind<T>(Attribute attribute) => BindAsync<T>(attribute).GetAwaiter().GetResult();

        private static async Task<object> OpenAsync(Type type, BlobClient blob, BlobAttribute wanted, CancellationToken cancellationToken)
        {
            if (type == typeof(BlobClient))
            {
                return blob;
            }
            if (type == typeof(TextWriter))
            {
                return new StreamWriter(await blob.OpenWriteAsync(true, cancellationToken: cancellationToken));
            }
            if (type == typeof(Stream) && wanted.Access == FileAccess.Write)
            {
                return await blob.OpenWriteAsync(true, cancellationToken: cancellationToken);
            }
            if (!await blob.ExistsAsync(cancellationToken))
            {
                return null;
            }
            if (type == typeof(Stream))
            {
                return await blob.OpenReadAsync(cancellationToken: cancellationToken);
            }
            if (type == typeof(TextReader))
            {
                return new StreamReader(await blob.OpenReadAsync(cancellationToken: cancellationToken));
            }
            var content = (await blob.DownloadContentAsync(cancellationToken)).Value.Content;
            return type == typeof(byte[]) ? content.ToArray() : (object)content.ToString();
        }

        private BlobServiceClient Service(string name)
        {
            var connection = BindingSettings.Connection(_context, string.IsNullOrEmpty(name) ? "Storage" : name);
            var address = connection["blobServiceUri"] ?? connection["serviceUri"];
            if (address == null && connection["accountName"] != null)
            {
                address = "https://" + connection["accountName"] + ".blob.core.windows.net";
            }
            return address == null ? new BlobServiceClient(connection.Value) : new BlobServiceClient(new Uri(address), BindingSettings.Credential(connection));
        }
    }
