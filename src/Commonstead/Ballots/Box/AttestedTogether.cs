using System.Globalization;
using System.Security.Cryptography;

namespace Commonstead.Ballots;

/// <summary>How the audit trail keeps many rows of a ballot that were written together.</summary>
internal static class AttestedTogether
{
    /// <summary>How many there are, what they are, and the SHA-256 of all their bytes in turn.</summary>
    public static string Of(string what, IEnumerable<byte[]> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        foreach (var row in rows)
        {
            hash.AppendData(row);
            count++;
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{count} {what} {Convert.ToHexStringLower(hash.GetHashAndReset())}");
    }
}
