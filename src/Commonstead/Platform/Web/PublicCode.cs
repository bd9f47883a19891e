using System.Security.Cryptography;
using System.Text;

namespace Commonstead.Platform.Web;

/// <summary>
/// The codes of public pages: 128 random bits and two zero ones as 26 letters that cannot be mistaken.
/// </summary>
public static class PublicCode
{
    // Lower-case base 32 without i, l, o and u, which are misread or spell words.
    private const string _alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <summary>A new code.</summary>
    public static string New()
    {
        var value = new UInt128(
            BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)),
            BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));
        return string.Create(Length, value, static (text, rest) =>
        {
            for (var i = text.Length - 1; i >= 0; i--, rest >>= 5) text[i] = _alphabet[(int)(uint)(rest & 31)];
        });
    }

    /// <summary>What a code is looked up by. Anything typed has one, so that no spelling is answered sooner.</summary>
    public static string HashOf(string? code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code?.Trim().ToLowerInvariant() ?? "")));
}
