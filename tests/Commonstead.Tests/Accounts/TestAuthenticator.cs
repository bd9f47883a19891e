using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Commonstead.Tests.Accounts;

/// <summary>
/// A passkey authenticator in software with one ES256 credential, as W3C Web Authentication Level 3 describes: it
/// answers a site's options the way a browser hands them back.
/// </summary>
public sealed class TestAuthenticator : IDisposable
{
    private const byte UserPresentAndVerified = 0x05;
    private const byte HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _userHandle = "";
    private uint _count;

    /// <summary>Makes the credential for the options of a registration.</summary>
    public string Create(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        _userHandle = (string)asked["user"]!["id"]!;
        var authenticator = AuthenticatorData((string)asked["rp"]!["id"]!, UserPresentAndVerified | HasCredential);
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8,
            0x58, (byte)authenticator.Length, .. authenticator,
        ];
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Text(ClientData("webauthn.create", asked, origin)),
            ["attestationObject"] = Text(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Signs the challenge of a sign-in.</summary>
    public string Get(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        _count++;
        var client = ClientData("webauthn.get", asked, origin);
        var authenticator = AuthenticatorData((string)asked["rpId"]!, UserPresentAndVerified);
        byte[] signed = [.. authenticator, .. SHA256.HashData(client)];
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Text(client),
            ["authenticatorData"] = Text(authenticator),
            ["signature"] = Text(
                _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = _userHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Text(_id),
        ["rawId"] = Text(_id),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private static byte[] ClientData(string type, JsonNode asked, string origin) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = (string)asked["challenge"]!, origin, crossOrigin = false });

    private byte[] AuthenticatorData(string site, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, _count);
        byte[] head = [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), flags, .. count];
        return (flags & HasCredential) == 0
            ? head
            : [.. head, .. new byte[16], 0, (byte)_id.Length, .. _id, .. PublicKey()];
    }

    // COSE_Key: kty EC2, alg ES256, crv P-256, x, y (RFC 9053).
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return
        [
            0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!,
        ];
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
