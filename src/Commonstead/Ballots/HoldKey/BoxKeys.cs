using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Commonstead.Core;
using Commonstead.Platform.Trusts;

namespace Commonstead.Ballots;

/// <summary>
/// Shares of ballots' keys while officers write them down, and again while they type them in: in this process's memory
/// only. When it ends, whatever was not finished begins anew.
/// </summary>
public sealed class BoxKeys
{
    private readonly ConditionalWeakTable<OpenTrust, Dictionary<BallotId, Keys>> _trusts = [];

    /// <summary>The share of an officer of a ballot that has no key yet.</summary>
    internal SecretShare ShareOf(OpenTrust trust, BallotId ballot, int share, int needed, int holders)
    {
        lock (_trusts)
        {
            var keys = Of(trust, ballot);
            if (keys.Shares.Count != holders) (keys.PublicKey, keys.Shares) = BallotKey.Make(needed, holders);
            return keys.Shares[share - 1];
        }
    }

    /// <summary>Notes that an officer wrote her share down.</summary>
    /// <returns>The public key once all have; null before.</returns>
    internal byte[]? Written(OpenTrust trust, BallotId ballot, int share)
    {
        lock (_trusts)
        {
            var keys = Of(trust, ballot);
            keys.Written.Add(share);
            return keys.Shares.Count > 0 && keys.Written.Count == keys.Shares.Count ? keys.PublicKey : null;
        }
    }

    /// <summary>The shares that are written down.</summary>
    internal IReadOnlySet<int> WrittenDown(OpenTrust trust, BallotId ballot)
    {
        lock (_trusts) return Of(trust, ballot).Written.ToHashSet();
    }

    /// <summary>Keeps a share that an officer typed in until enough are there.</summary>
    /// <returns>All that are there now.</returns>
    internal IReadOnlyList<SecretShare> TypedIn(OpenTrust trust, BallotId ballot, SecretShare share)
    {
        lock (_trusts)
        {
            var typed = Of(trust, ballot).Typed;
            typed[share.Number] = share;
            return [.. typed.Values];
        }
    }

    /// <summary>The shares that officers typed in.</summary>
    internal IReadOnlyList<SecretShare> TypedIn(OpenTrust trust, BallotId ballot)
    {
        lock (_trusts) return [.. Of(trust, ballot).Typed.Values];
    }

    /// <summary>Forgets everything about a ballot's key.</summary>
    internal void Forget(OpenTrust trust, BallotId ballot)
    {
        lock (_trusts)
        {
            var keys = Of(trust, ballot);
            foreach (var share in keys.Shares.Concat(keys.Typed.Values))
            {
                if (share.Value is byte[] bytes) CryptographicOperations.ZeroMemory(bytes);
            }

            _trusts.GetOrCreateValue(trust).Remove(ballot);
        }
    }

    private Keys Of(OpenTrust trust, BallotId ballot)
    {
        var ballots = _trusts.GetOrCreateValue(trust);
        if (!ballots.TryGetValue(ballot, out var keys)) ballots[ballot] = keys = new Keys();
        return keys;
    }

    private sealed class Keys
    {
        public byte[] PublicKey { get; set; } = [];

        public IReadOnlyList<SecretShare> Shares { get; set; } = [];

        public HashSet<int> Written { get; } = [];

        public Dictionary<int, SecretShare> Typed { get; } = [];
    }
}
