using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Commonstead.Ballots;

/// <summary>
/// The public key of an open ballot, read once: reading it takes as long as making an envelope's own key. One copy
/// seals one paper at a time; there are as many as papers were ever sealed at once.
/// </summary>
internal sealed class SealingKey(byte[] publicKey)
{
    private readonly ConcurrentBag<ECDiffieHellmanPublicKey> _copies = [];

    /// <summary>Seals a paper.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="about">What the envelope is bound to.</param>
    public byte[] Seal(ReadOnlySpan<byte> content, ReadOnlySpan<byte> about)
    {
        var copy = _copies.TryTake(out var free) ? free : Copy();
        try
        {
            return SealedEnvelope.Seal(copy, content, about);
        }
        finally
        {
            _copies.Add(copy);
        }
    }

    private ECDiffieHellmanPublicKey Copy()
    {
        using var key = BallotKey.Public(publicKey);
        return key.PublicKey;
    }
}
