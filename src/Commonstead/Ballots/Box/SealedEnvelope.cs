using System.Security.Cryptography;
using System.Text;

namespace Commonstead.Ballots;

/// <summary>
/// A ballot paper that only the returning officers together can open: elliptic-curve Diffie-Hellman on P-256 (NIST SP
/// 800-56A) between a key made for this envelope alone and the ballot's key, HKDF with SHA-256 (RFC 5869), AES-256-GCM
/// (NIST SP 800-38D). The envelope says for which ballot and which entry on the roll it was sealed; moved to another it
/// does not open.
/// </summary>
internal static class SealedEnvelope
{
    /// <summary>What an envelope is longer than its content.</summary>
    public const int Overhead = 1 + PointBytes + TagBytes;

    private const byte Form = 1;
    private const int PointBytes = 65;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;

    // Each key seals one envelope, so the nonce may be the same for all.
    private static readonly byte[] _nonce = new byte[12];
    private static readonly byte[] _purpose = Encoding.ASCII.GetBytes("commonstead ballot envelope 1");

    /// <summary>Seals content for whoever has the private key.</summary>
    /// <param name="publicKey">The ballot's public key.</param>
    /// <param name="content">Of one length for all papers of the ballot, so that the length says nothing.</param>
    /// <param name="about">What the envelope is bound to.</param>
    public static byte[] Seal(ECDiffieHellmanPublicKey publicKey, ReadOnlySpan<byte> content, ReadOnlySpan<byte> about)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var envelope = new byte[Overhead + content.Length];
        envelope[0] = Form;
        var point = envelope.AsSpan(1, PointBytes);
        WritePoint(own.ExportParameters(false).Q, point);
        var key = KeyOf(own.DeriveRawSecretAgreement(publicKey), point);
        using var cipher = new AesGcm(key, TagBytes);
        CryptographicOperations.ZeroMemory(key);
        var body = envelope.AsSpan(1 + PointBytes);
        cipher.Encrypt(_nonce, content, body[TagBytes..], body[..TagBytes], about);
        return envelope;
    }

    /// <summary>Opens an envelope.</summary>
    /// <returns>Null when it was sealed for another key or purpose, or was changed.</returns>
    public static byte[]? Open(ECDiffieHellman privateKey, ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> about)
    {
        if (envelope.Length < Overhead || envelope[0] != Form) return null;
        var point = envelope.Slice(1, PointBytes);
        try
        {
            using var sender = ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = ReadPoint(point),
            });
            var key = KeyOf(privateKey.DeriveRawSecretAgreement(sender.PublicKey), point);
            using var cipher = new AesGcm(key, TagBytes);
            CryptographicOperations.ZeroMemory(key);
            var body = envelope[(1 + PointBytes)..];
            var content = new byte[body.Length - TagBytes];
            cipher.Decrypt(_nonce, body[TagBytes..], body[..TagBytes], content, about);
            return content;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] KeyOf(byte[] agreed, ReadOnlySpan<byte> point)
    {
        var key = new byte[KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, key, salt: point, info: _purpose);
        CryptographicOperations.ZeroMemory(agreed);
        return key;
    }

    // The uncompressed form of SEC 1, section 2.3.3.
    private static void WritePoint(ECPoint point, Span<byte> into)
    {
        into[0] = 4;
        point.X.CopyTo(into[1..33]);
        point.Y.CopyTo(into[33..]);
    }

    private static ECPoint ReadPoint(ReadOnlySpan<byte> point) => point[0] == 4
        ? new ECPoint { X = point[1..33].ToArray(), Y = point[33..].ToArray() }
        : throw new CryptographicException("Not a point in the uncompressed form.");
}
