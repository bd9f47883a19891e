using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Commonstead.Core;
using Commonstead.Platform.Trusts;

namespace Commonstead.Pricing;

/// <summary>
/// A determination as it leaves the trust: the frozen file, what the trust states about it, and the trust's signature.
/// Whoever holds it can check it offline, byte by byte.
/// </summary>
public sealed record SignedDetermination
{
    /// <summary>The form of the file.</summary>
    public const string CurrentFormat = "commonstead signed determination 1";

    /// <summary>Says which form this is.</summary>
    public required string Format { get; init; }

    /// <summary>What the trust states; the signature is made over these very bytes.</summary>
    public required JsonElement Statement { get; init; }

    /// <summary>The frozen file, named by its SHA-256 in the statement.</summary>
    public required JsonElement Determination { get; init; }

    /// <summary>SHA-256 of the key's public part, in hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The key's public part in PEM form.</summary>
    public required string PublicKey { get; init; }

    /// <summary>ECDSA P-256 with SHA-256 over the statement, in base64.</summary>
    public required string Signature { get; init; }

    /// <summary>Signs what the trust states about a frozen file.</summary>
    internal static SignedDetermination Sign(PriceStatement statement, string content, SigningKey key)
    {
        var stated = JsonSerializer.Serialize(statement, DeterminationFile.Json);
        return Of(stated, content, key.Sign(Encoding.UTF8.GetBytes(stated)), key.PublicPem);
    }

    /// <summary>Puts a file together from its parts.</summary>
    internal static SignedDetermination Of(string statement, string content, string signature, string publicKey) =>
        new()
        {
            Format = CurrentFormat,
            Statement = Element(statement),
            Determination = Element(content),
            Fingerprint = FingerprintOf(publicKey) ?? "",
            PublicKey = publicKey,
            Signature = signature,
        };

    /// <summary>The file as text, the frozen file in it exactly as it was frozen.</summary>
    public string ToJson()
    {
        var json = new StringBuilder("{\"format\":").Append(Text(Format));
        json.Append(",\"statement\":").Append(Statement.GetRawText());
        json.Append(",\"determination\":").Append(Determination.GetRawText());
        json.Append(",\"fingerprint\":").Append(Text(Fingerprint));
        json.Append(",\"public_key\":").Append(Text(PublicKey));
        return json.Append(",\"signature\":").Append(Text(Signature)).Append('}').ToString();
    }

    /// <summary>Checks a file as it was received.</summary>
    public static DeterminationProof Check(string json)
    {
        var proof = new DeterminationProof();
        try
        {
            using var document = JsonDocument.Parse(json);
            var isSigned = document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("signature", out _);
            if (isSigned) CheckSigned(json, proof);
            else proof.Recomputed(DeterminationFile.FromJson(json));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            proof.Fail("This is not a determination that the program can read. A file that is one was downloaded from "
                + $"the program, and begins with its format. ({FirstLine(e.Message)})");
        }

        return proof;
    }

    // What a parser says of names in the code helps nobody with a file.
    private static string FirstLine(string message) =>
        message.Contains("Commonstead.", StringComparison.Ordinal) ? "parts of it are missing" : message;

    private static void CheckSigned(string json, DeterminationProof proof)
    {
        var file = JsonSerializer.Deserialize<SignedDetermination>(json, DeterminationFile.Json)!;
        if (file.Format != CurrentFormat) throw new JsonException($"“{file.Format}” is not a form this program knows.");
        if (file.ToJson() != json.TrimEnd('\n', '\r'))
            proof.Fail("The file is not written the way the program writes it: something around its parts differs.");
        proof.Fingerprint = file.Fingerprint;
        var content = file.Determination.GetRawText();
        var statement = JsonSerializer.Deserialize<PriceStatement>(file.Statement, DeterminationFile.Json)!;
        proof.Statement = statement;
        if (FingerprintOf(file.PublicKey)
            is not { } fingerprint) proof.Fail("The public key in the file is not a key.");
        else if (fingerprint != file.Fingerprint)
            proof.Fail($"The public key has the fingerprint {fingerprint}, the file says {file.Fingerprint}.");
        var signed = Encoding.UTF8.GetBytes(file.Statement.GetRawText());
        if (!IsPlainBase64(file.Signature) || !SigningKey.Verify(file.PublicKey, signed, file.Signature))
            proof.Fail("The signature does not fit what the trust states: the statement or the signature was changed.");
        else proof.IsSigned = true;
        if (DeterminationFile.HashOf(content) != statement.DeterminationSha256)
            proof.Fail("The determination is not the one the trust signed: something in it was changed.");
        var frozen = DeterminationFile.FromJson(content);
        if (statement.MaximumPrice != frozen.MaximumPrice || statement.Currency != frozen.Currency)
            proof.Fail("The price stated is not the price of the determination.");
        proof.Recomputed(frozen);
    }

    // Two spellings of one signature would let a byte change unseen.
    private static bool IsPlainBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            && Convert.ToBase64String(bytes, 0, length) == text;
    }

    private static string? FingerprintOf(string publicKey)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(publicKey);
            return key.ExportSubjectPublicKeyInfoPem() == publicKey
                ? Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))
                : null;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    private static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string Text(string text) => JsonSerializer.Serialize(text, DeterminationFile.Json);
}

/// <summary>What a trust states about a price when it signs it.</summary>
public sealed record PriceStatement
{
    /// <summary>The trust's name.</summary>
    public required string Trust { get; init; }

    /// <summary>SHA-256 of the determination in the same file.</summary>
    public required string DeterminationSha256 { get; init; }

    /// <summary>
    /// SHA-256 of the determination as the trust's own record holds it, with where each fact is kept.
    /// </summary>
    public required string RecordSha256 { get; init; }

    /// <summary>The price.</summary>
    public required string MaximumPrice { get; init; }

    /// <summary>Its currency.</summary>
    public required string Currency { get; init; }

    /// <summary>The day a second person approved it, or null while nobody has.</summary>
    public required DateOnly? ApprovedOn { get; init; }

    /// <summary>The last day it holds, or null.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>The day this was signed.</summary>
    public required DateOnly SignedOn { get; init; }

    /// <summary>The head of the trust's audit seals on that day; empty before the first seal.</summary>
    public required string AuditHead { get; init; }
}

/// <summary>What checking a file came to.</summary>
public sealed class DeterminationProof
{
    private readonly List<string> _faults = [];

    /// <summary>What does not agree, in words; empty when everything does.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>True when the file carries a signature that fits.</summary>
    public bool IsSigned { get; internal set; }

    /// <summary>The fingerprint of the key that signed, to be compared with one known from elsewhere.</summary>
    public string? Fingerprint { get; internal set; }

    /// <summary>What the trust states, when the file is signed.</summary>
    public PriceStatement? Statement { get; internal set; }

    /// <summary>The determination, when it could be read.</summary>
    public DeterminationFile? File { get; private set; }

    /// <summary>True when everything agrees.</summary>
    public bool Agrees => _faults.Count == 0;

    internal void Fail(string fault) => _faults.Add(fault);

    internal void Recomputed(DeterminationFile file)
    {
        File = file;
        _faults.AddRange(file.Recompute());
    }
}
