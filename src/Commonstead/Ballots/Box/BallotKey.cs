using System.Security.Cryptography;
using Commonstead.Core;

namespace Commonstead.Ballots;

/// <summary>
/// The key of one ballot: its public part seals envelopes, its private part is divided among the returning officers and
/// is kept nowhere.
/// </summary>
internal static class BallotKey
{
    /// <summary>Bytes of the private part of a key on P-256.</summary>
    public const int PrivateBytes = 32;

    /// <summary>Makes a key and divides it.</summary>
    /// <param name="needed">Shares that open the box.</param>
    /// <param name="holders">Shares to make.</param>
    public static (byte[] PublicKey, IReadOnlyList<SecretShare> Shares) Make(int needed, int holders)
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var secret = key.ExportParameters(true).D!;
        try
        {
            var random = RandomNumberGenerator.GetBytes(PrivateBytes * (needed - 1));
            return (key.ExportSubjectPublicKeyInfo(), SecretShares.Split(secret, needed, holders, random));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>The public key as it is stored.</summary>
    public static ECDiffieHellman Public(byte[] publicKey)
    {
        var key = ECDiffieHellman.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key;
    }

    /// <summary>Puts the key together.</summary>
    /// <returns>Null when the shares are too few or not of this ballot.</returns>
    public static ECDiffieHellman? Private(byte[] publicKey, IReadOnlyList<SecretShare> shares)
    {
        var secret = SecretShares.Combine(shares);
        try
        {
            using var known = Public(publicKey);
            var q = known.ExportParameters(false).Q;
            return ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret, Q = q });
        }
        catch (CryptographicException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }
}
