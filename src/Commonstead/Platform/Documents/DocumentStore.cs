using System.Security.Cryptography;
using Commonstead.Platform.Web;

namespace Commonstead.Platform.Documents;

/// <summary>
/// Files named by the SHA-256 of their content. A file is on disk, flushed, before a row names it,
/// and a file that no row names is harmless.
/// </summary>
public sealed class DocumentStore(string folder)
{
    /// <summary>The largest document taken, in bytes.</summary>
    public const long LargestBytes = 50L * 1024 * 1024;

    /// <summary>Stores the stream's content and names it; storing the same content twice keeps one file.</summary>
    /// <exception cref="DocumentTooLargeException">The content is larger than <see cref="LargestBytes"/>.</exception>
    public async Task<StoredDocument> Store(Stream content, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        var fresh = Path.Combine(folder, Path.GetRandomFileName() + ".new");
        try
        {
            var stored = await WriteAndHash(content, fresh, cancellation);
            var path = PathOf(stored.Hash);
            if (!File.Exists(path)) File.Move(fresh, path, overwrite: true);
            return stored;
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    /// <summary>Opens a stored document for reading.</summary>
    /// <exception cref="FileNotFoundException">No document has this hash.</exception>
    public Stream Open(string hash) => PathOf(hash) is { } path && File.Exists(path)
        ? File.OpenRead(path)
        : throw new FileNotFoundException("There is no document of this name.");

    /// <summary>Whether a file of this name and size is on disk.</summary>
    public bool Holds(string hash, long size)
    {
        var file = hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) ? new FileInfo(PathOf(hash)) : null;
        return file is { Exists: true } && file.Length == size;
    }

    private string PathOf(string hash) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(folder, hash)
            : throw new FileNotFoundException("Not the name of a document.");

    private static async Task<StoredDocument> WriteAndHash(Stream content, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81920];
        long size = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            size += read;
            if (size > LargestBytes) throw new DocumentTooLargeException();
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        file.Flush(flushToDisk: true);
        return new StoredDocument(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }
}

/// <summary>A document's name and size.</summary>
/// <param name="Hash">SHA-256 of the content in lower-case hexadecimal.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredDocument(string Hash, long Size);

/// <summary>A document larger than the store takes.</summary>
public sealed class DocumentTooLargeException()
    : IOException($"The document is larger than {FileSize.ToReader(DocumentStore.LargestBytes)}.");
