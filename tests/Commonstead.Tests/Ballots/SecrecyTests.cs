using System.Security.Cryptography;
using Commonstead.Ballots;
using Commonstead.Core;

namespace Commonstead.Tests.Ballots;

/// <summary>Envelopes, keys and shares.</summary>
[Trait("Engine", "none")]
public sealed class SecrecyTests
{
    private static readonly byte[] _about = "ballot 7, entry 9"u8.ToArray();

    [Fact]
    public void AnEnvelope_OpensWithSoManySharesAndNotWithFewer()
    {
        var (publicKey, shares) = BallotKey.Make(2, 3);
        using var key = BallotKey.Public(publicKey);
        var envelope = SealedEnvelope.Seal(key.PublicKey, "a paper"u8, _about);
        foreach (SecretShare[] two in new SecretShare[][] { [shares[0], shares[1]], [shares[2], shares[0]] })
        {
            using var own = BallotKey.Private(publicKey, two)!;
            Assert.Equal("a paper"u8.ToArray(), SealedEnvelope.Open(own, envelope, _about));
        }

        using var alone = BallotKey.Private(publicKey, [shares[0]]);
        Assert.True(alone is null || SealedEnvelope.Open(alone, envelope, _about) is null);
        var (_, others) = BallotKey.Make(2, 3);
        using var mixed = BallotKey.Private(publicKey, [shares[0], others[1]]);
        Assert.True(mixed is null || SealedEnvelope.Open(mixed, envelope, _about) is null);
    }

    [Fact]
    public void AnEnvelope_ThatWasChangedOrMovedDoesNotOpen()
    {
        var (publicKey, shares) = BallotKey.Make(1, 1);
        using var key = BallotKey.Public(publicKey);
        using var own = BallotKey.Private(publicKey, shares)!;
        var envelope = SealedEnvelope.Seal(key.PublicKey, "a paper"u8, _about);
        Assert.Null(SealedEnvelope.Open(own, envelope, "ballot 7, entry 8"u8));
        Assert.Null(SealedEnvelope.Open(own, [], _about));
        Assert.Null(SealedEnvelope.Open(own, envelope.AsSpan(1), _about));
        for (var i = 0; i < envelope.Length; i++)
        {
            var changed = envelope.ToArray();
            changed[i] ^= 1;
            Assert.Null(SealedEnvelope.Open(own, changed, _about));
        }
    }

    [Fact]
    public void Envelopes_OfOnePaperAreOfOneLengthAndNeverAlike()
    {
        var (publicKey, _) = BallotKey.Make(1, 1);
        using var key = BallotKey.Public(publicKey);
        var short1 = PaperContent.Marked([2]).ToBytes(5);
        var full = PaperContent.Marked([2, 0, 1, 4, 3]).ToBytes(5);
        var envelopes = new[] { short1, short1, full }
            .Select(content => SealedEnvelope.Seal(key.PublicKey, content, _about)).ToList();
        Assert.Single(envelopes.Select(e => e.Length).Distinct());
        Assert.Equal(3, envelopes.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void APaper_IsReadAsItWasMarked()
    {
        var paper = PaperContent.Marked([3, 0, 1]);
        var read = PaperContent.Read(paper.ToBytes(4), 4)!;
        Assert.Equal(paper.Receipt, read.Receipt);
        Assert.Equal(paper.Marks, read.Marks);
        Assert.Null(PaperContent.Read(paper.ToBytes(4), 5));
        var tooMany = paper.ToBytes(4);
        tooMany[PaperContent.ReceiptBytes + 1] = 5;
        Assert.Null(PaperContent.Read(tooMany, 4));
    }

    [Fact]
    public void AShare_IsReadAsItWasWritten_AndASlipIsFound()
    {
        var share = new SecretShare(2, [.. Enumerable.Range(1, BallotKey.PrivateBytes).Select(b => (byte)(b * 7))]);
        var text = ShareText.Of(share);
        Assert.Matches("^([0-9A-Z]{4} ){13}[0-9A-Z]{4}$", text);
        var read = ShareText.Read(text.ToLowerInvariant().Replace(' ', '-'))!;
        Assert.Equal(share.Number, read.Number);
        Assert.Equal(share.Value, read.Value);
        Assert.Null(ShareText.Read(""));
        Assert.Null(ShareText.Read(text[..^1]));
        Assert.Null(ShareText.Read(text + "0"));
        Assert.Null(ShareText.Read("U" + text[1..]));
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ') continue;
            var slip = text[..i] + (text[i] == '7' ? '8' : '7') + text[(i + 1)..];
            Assert.True(ShareText.Read(slip) is null, slip);
        }
    }

    [Fact]
    public void ManyReceipts_AreAllDifferent() => Assert.Equal(
        10_000, Enumerable.Range(0, 10_000).Select(_ => PaperContent.Marked([0]).Receipt).Distinct().Count());
}
