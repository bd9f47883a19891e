using System.Security.Cryptography;
using System.Text;
using Commonstead.Platform.Data;

namespace Commonstead.Ballots;

/// <summary>
/// A code by which an entry on a roll votes once without an account. Only its hash is kept; a later code takes its
/// place, and with the paper that it brings it is gone.
/// </summary>
public sealed class VotingCode
{
    private const int Groups = 4;
    private const int Letters = 4;

    // Without letters and digits that are taken for one another: 31 signs, so that 16 of them are 79 bits.
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZ2345679";

    /// <summary>The entry that votes by it.</summary>
    public RollEntryId Entry { get; init; }

    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; init; }

    /// <summary>SHA-256 of the code, in hexadecimal.</summary>
    [NotPersonal]
    public required string Hash { get; set; }

    /// <summary>A new code, in groups for reading.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, Groups)
        .Select(_ => RandomNumberGenerator.GetString(Signs, Letters)));

    /// <summary>What the record keeps of a code, however it was typed.</summary>
    public static string HashOf(string typed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)))));
}
