using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>A share that an officer wrote down, typed from her paper.</summary>
public sealed class ConfirmShareInput
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; set; }

    /// <summary>The share.</summary>
    [Secret, Required(ErrorMessage = "Type your share from your paper."), Display(Name = "Your share")]
    [StringLength(200, ErrorMessage = "The share is too long.")]
    public string Share { get; set; } = "";

    /// <summary>Where voters find the trust's pages; made by the page and not by the officer.</summary>
    [StringLength(200)]
    public string? Site { get; set; }
}

/// <summary>Why a share is not taken.</summary>
public enum ShareRefusal
{
    /// <summary>Only officers hold shares.</summary>
    [Says("You are not one of this ballot’s returning officers.", Kind = RefusalKind.NotAllowed)]
    NotAnOfficer,

    /// <summary>The key is made once.</summary>
    [Says("The ballot’s key was made already.", Kind = RefusalKind.Conflict)]
    KeyMade,

    /// <summary>The letters do not fit together.</summary>
    [Says("This is not a share: a letter is wrong, missing or too many. Compare it with your paper.",
        Field = nameof(ConfirmShareInput.Share))]
    NotAShare,

    /// <summary>It is another share than hers.</summary>
    [Says("This is not your share of this ballot’s key. Compare it with what is shown, and write it down again.",
        Field = nameof(ConfirmShareInput.Share))]
    OtherShare,
}

/// <summary>
/// An officer shows that she has her share on paper. When all have, the public key is stored, the box is locked, and
/// the shares are forgotten.
/// </summary>
[Needs(BallotPermission.HoldKey)]
[Does("Share of a ballot’s key taken")]
public sealed class ConfirmShare(TrustDb db, Acting acting, BoxKeys keys) : IOperation<ConfirmShareInput, BallotId>
{
    /// <inheritdoc/>
    public async Task<Outcome<BallotId>> Run(ConfirmShareInput input)
    {
        var ballot = await db.Set<Ballot>().Include(b => b.Holders).FirstOrDefaultAsync(b => b.Id == input.Ballot);
        if (ballot is null) return CommonRefusal.NotFound;
        if (ballot.Holders.Find(h => h.Account == acting.Actor.Key) is not { } holder) return ShareRefusal.NotAnOfficer;
        if (ballot.State is not BallotState.Draft) return ShareRefusal.KeyMade;
        if (ShareText.Read(input.Share) is not { } share) return ShareRefusal.NotAShare;
        var shown = keys.ShareOf(acting.Trust, ballot.Id, holder.Share, ballot.SharesNeeded, ballot.Holders.Count);
        if (share.Number != shown.Number || !share.Value.SequenceEqual(shown.Value)) return ShareRefusal.OtherShare;
        if (keys.Written(acting.Trust, ballot.Id, holder.Share) is not { } publicKey) return ballot.Id;
        ballot.PublicKey = Convert.ToBase64String(publicKey);
        (ballot.State, ballot.Site) = (BallotState.Sealed, input.Site ?? "");
        acting.AfterCommit(() => keys.Forget(acting.Trust, ballot.Id));
        return ballot.Id;
    }
}
