using System.Security.Cryptography;
using Commonstead.Core;

namespace Commonstead.Ballots;

/// <summary>
/// A share as an officer writes it down: its number, its bytes and two bytes to find slips by, in Crockford's base 32,
/// in groups of four. Letters that look like digits are read as those.
/// </summary>
internal static class ShareText
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int CheckBytes = 2;
    private const int Bytes = 1 + BallotKey.PrivateBytes + CheckBytes;
    private const int GroupLetters = 4;

    /// <summary>Writes a share.</summary>
    public static string Of(SecretShare share)
    {
        byte[] bytes = [(byte)share.Number, .. share.Value];
        var letters = Base32([.. bytes, .. Check(bytes)]);
        return string.Join(' ', letters.Chunk(GroupLetters).Select(group => new string(group)));
    }

    /// <summary>Reads a share, with or without blanks and dashes.</summary>
    /// <returns>Null when a letter is wrong, missing or too many.</returns>
    public static SecretShare? Read(string text)
    {
        var bytes = new byte[Bytes];
        var (buffer, bits, filled) = (0, 0, 0);
        foreach (var written in text.ToUpperInvariant())
        {
            if (written is ' ' or '-' or '\t' or '\r' or '\n') continue;
            var value = Letters.IndexOf(written switch { 'O' => '0', 'I' or 'L' => '1', _ => written },
                StringComparison.Ordinal);
            if (value < 0 || filled == Bytes) return null;
            buffer = ((buffer << 5) | value) & 0xfff;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes[filled++] = (byte)((buffer >> bits) & 0xff);
        }

        var content = bytes.AsSpan(..^CheckBytes);
        return filled == Bytes && bytes[0] > 0 && bytes.AsSpan(^CheckBytes..).SequenceEqual(Check(content))
            ? new SecretShare(bytes[0], content[1..].ToArray())
            : null;
    }

    private static string Base32(byte[] bytes)
    {
        var (letters, buffer, bits) = (new System.Text.StringBuilder(), 0, 0);
        foreach (var value in bytes)
        {
            buffer = ((buffer << 8) | value) & 0xfff;
            for (bits += 8; bits >= 5; bits -= 5) letters.Append(Letters[(buffer >> (bits - 5)) & 31]);
        }

        return letters.ToString();
    }

    private static byte[] Check(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..CheckBytes];
}
