using System.Buffers.Binary;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;

namespace Commonstead.Platform.Audit;

/// <summary>
/// A row too many to be attested one by one, such as a published figure; a record attests it with others.
/// </summary>
public interface IAttestedRow
{
    /// <summary>
    /// All that the row says, the same on every engine and machine; without what ties it to its record.
    /// </summary>
    string Attested { get; }
}

/// <summary>A record that attests rows of another table together, by their number and one hash.</summary>
public interface IAttestsRows
{
    /// <summary>How the record is named to whoever looks for a break, such as <c>release 2026 of hud.ami</c>.</summary>
    string Called { get; }

    /// <summary>How many rows it attests.</summary>
    int AttestedCount { get; }

    /// <summary>Their hash as <see cref="RowsHash"/> makes it.</summary>
    string AttestedHash { get; }
}

/// <summary>A record that attests rows of one kind.</summary>
/// <typeparam name="TRow">The kind of row.</typeparam>
public interface IAttestsRows<TRow> : IAttestsRows
    where TRow : class, IAttestedRow
{
    /// <summary>Which rows of the table it attests.</summary>
    Expression<Func<TRow, bool>> Rows { get; }
}

/// <summary>The hash of a set of rows, whatever order a database gives them in.</summary>
public static class RowsHash
{
    /// <summary>SHA-256 over the rows in the ordinal order of their texts, each after its length in bytes.</summary>
    /// <returns>The hash in lower-case hexadecimal, and how many rows there were.</returns>
    public static (string Hash, int Count) Of(IEnumerable<IAttestedRow> rows)
    {
        var texts = rows.Select(r => r.Attested).ToArray();
        Array.Sort(texts, StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        var bytes = new byte[256];
        foreach (var text in texts)
        {
            var most = Encoding.UTF8.GetMaxByteCount(text.Length);
            if (most > bytes.Length) bytes = new byte[most];
            var count = Encoding.UTF8.GetBytes(text, bytes);
            BinaryPrimitives.WriteInt32BigEndian(length, count);
            hash.AppendData(length);
            hash.AppendData(bytes.AsSpan(0, count));
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), texts.Length);
    }
}
