using System.Security.Cryptography;

namespace Commonstead.Platform.Trusts;

/// <summary>The trust's ECDSA P-256 key, made on its first run; certificates and exports carry its signature.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    private SigningKey(ECDsa key) => _key = key;

    /// <summary>The public key in PEM form, so that anyone may check a signature.</summary>
    public string PublicPem => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>SHA-256 of the public key's DER form, in lower-case hexadecimal.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()));

    /// <summary>Reads the key at a path, or makes one there that only its owner may read.</summary>
    public static SigningKey OpenOrMake(string path)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(path))
        {
            key.ImportFromPem(File.ReadAllText(path));
            return new SigningKey(key);
        }

        var fresh = path + ".new";
        File.WriteAllText(fresh, key.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(fresh, path, overwrite: false);
        return new SigningKey(key);
    }

    /// <summary>Signs bytes (SHA-256, IEEE P1363 form) and writes the signature in base64.</summary>
    public string Sign(ReadOnlySpan<byte> content) =>
        Convert.ToBase64String(_key.SignData(content, HashAlgorithmName.SHA256));

    /// <summary>Checks a signature against a public key in PEM form.</summary>
    /// <returns>False for a wrong signature and for anything that is not a key or a signature.</returns>
    public static bool Verify(string publicPem, ReadOnlySpan<byte> content, string signature)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(publicPem);
            return key.VerifyData(content, Convert.FromBase64String(signature), HashAlgorithmName.SHA256);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or FormatException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
