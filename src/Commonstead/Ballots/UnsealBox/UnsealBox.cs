using System.ComponentModel.DataAnnotations;
using System.Text;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>An officer's share, to open the box after the ballot has closed.</summary>
public sealed class UnsealBoxInput
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; set; }

    /// <summary>The share, from the officer's paper.</summary>
    [Secret, Required(ErrorMessage = "Type your share from your paper."), Display(Name = "Your share")]
    [StringLength(200, ErrorMessage = "The share is too long.")]
    public string Share { get; set; } = "";
}

/// <summary>Why the box is not opened.</summary>
public enum UnsealBoxRefusal
{
    /// <summary>The box stays locked while papers are taken.</summary>
    [Says("The ballot takes papers until it closes; its box is opened after that.")]
    StillOpen,

    /// <summary>It was never open, or its box was opened before.</summary>
    [Says("There is no closed box to open.", Kind = RefusalKind.Conflict)]
    NoBox,

    /// <summary>The letters do not fit together.</summary>
    [Says("This is not a share: a letter is wrong, missing or too many. Compare it with your paper.",
        Field = nameof(UnsealBoxInput.Share))]
    NotAShare,

    /// <summary>It has another number than hers.</summary>
    [Says("This is not your share of this ballot’s key.", Field = nameof(UnsealBoxInput.Share))]
    OtherShare,

    /// <summary>What came on paper is counted with the rest.</summary>
    [Says("Papers that came on paper are not all read twice and settled.", Kind = RefusalKind.Conflict)]
    PapersUnsettled,

    /// <summary>Each voter on paper has one paper, if only an empty envelope.</summary>
    [Says("{0} members are marked as having sent a paper, but {1} papers are entered that were not rejected. Enter an "
        + "empty envelope as spoilt.", Kind = RefusalKind.Conflict)]
    PapersDoNotMatch,

    /// <summary>Together they do not open the box.</summary>
    [Says("These shares do not open the box: one of them is of another ballot. Let every officer type hers again.",
        Field = nameof(UnsealBoxInput.Share))]
    WrongKey,
}

/// <summary>How far the opening of a box has come.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="Missing">Shares that are still needed; none when the box was opened.</param>
/// <param name="Attested">The number of papers with the hash of all.</param>
public sealed record UnsealedBox(BallotId Ballot, int Missing, string Attested) : IBulkResult;

/// <summary>
/// Takes an officer's share, and opens the box once enough are there: papers are written in the order of their
/// receipts, the roll is marked in its own order, and the envelopes and the key are destroyed.
/// </summary>
[Needs(BallotPermission.HoldKey)]
[Does("Share given to open a ballot box")]
public sealed class UnsealBox(TrustDb db, Acting acting, BoxKeys keys, BulkWriter bulk, BulkEraser eraser)
    : IOperation<UnsealBoxInput, UnsealedBox>, IPrepares<UnsealBoxInput>
{
    private List<OpenedEnvelope>? _opened;

    /// <summary>Opens the envelopes before anybody has to wait: none arrives after the closing hour.</summary>
    public async Task Prepare(UnsealBoxInput input)
    {
        _opened = null;
        var ballot = await db.Set<Ballot>().AsNoTracking().Include(b => b.Holders).Include(b => b.Choices)
            .FirstOrDefaultAsync(b => b.Id == input.Ballot);
        if (ballot is null || WhyNot(ballot, input.Share, out var share) is not null) return;
        var shares = keys.TypedIn(acting.Trust, ballot.Id, share!);
        if (shares.Count < ballot.SharesNeeded) return;
        using var key = BallotKey.Private(Convert.FromBase64String(ballot.PublicKey), shares);
        if (key is null) return;
        var last = new Dictionary<RollEntryId, byte[]>();
        await foreach (var envelope in db.Set<Envelope>().AsNoTracking().Where(e => e.Ballot == ballot.Id)
            .OrderBy(e => e.Number).AsAsyncEnumerable())
        {
            last[envelope.Entry] = envelope.Content;
        }

        _opened = last.Select(envelope => new OpenedEnvelope(
            envelope.Key,
            SealedEnvelope.Open(key, envelope.Value, CastPaper.BoundTo(ballot.Id, envelope.Key)) is { } content
                ? PaperContent.Read(content, ballot.Choices.Count) : null)).ToList();
    }

    /// <inheritdoc/>
    public async Task<Outcome<UnsealedBox>> Run(UnsealBoxInput input)
    {
        var ballot = await db.Set<Ballot>().Include(b => b.Holders).Include(b => b.Choices)
            .FirstOrDefaultAsync(b => b.Id == input.Ballot);
        if (ballot is null) return CommonRefusal.NotFound;
        if (WhyNot(ballot, input.Share, out _) is { } refusal) return refusal;
        var onPaper = await db.Set<EnteredPaper>().AsNoTracking().Where(p => p.Ballot == ballot.Id).ToListAsync();
        if (onPaper.Exists(p => p.Agreed.Length == 0)) return UnsealBoxRefusal.PapersUnsettled;
        var read = onPaper.ConvertAll(p => (p.Number, Reading: PaperReading.Parse(p.Agreed)));
        var paperVoters = await db.Set<PaperVoter>().Where(p => p.Ballot == ballot.Id).Select(p => p.Entry)
            .ToListAsync();
        var taken = read.Count(p => p.Reading.Fate is not PaperFate.Rejected);
        if (taken != paperVoters.Count)
            return new Refusal(UnsealBoxRefusal.PapersDoNotMatch, paperVoters.Count, taken);
        var missing = ballot.SharesNeeded - keys.TypedIn(acting.Trust, ballot.Id).Count;
        if (missing > 0) return new UnsealedBox(ballot.Id, missing, "");
        // Shares of another ballot give a key that opens nothing at all.
        if (_opened is null || (_opened.Count > 0 && _opened.TrueForAll(e => e.Paper is null)))
        {
            keys.Forget(acting.Trust, ballot.Id);
            return UnsealBoxRefusal.WrongKey;
        }

        var readable = _opened.Select(e => e.Paper).OfType<PaperContent>().ToList();
        var papers = readable.Select(p => (p.Receipt, p.Marks))
            .Concat(read.Where(p => p.Reading.Fate is PaperFate.Counts)
                .Select(p => (Receipt: p.Number, Marks: p.Reading.Counted(ballot.CountingRule))))
            .Select(p => new CountedPaper
            {
                Ballot = ballot.Id,
                Receipt = p.Receipt,
                Marks = string.Join(' ', p.Marks),
            })
            .OrderBy(p => p.Receipt, StringComparer.Ordinal).ToList();
        await bulk.Write(papers);
        await bulk.Write(read.Where(p => p.Reading.Fate is not PaperFate.Counts).Select(p => new SetAsidePaper
        {
            Ballot = ballot.Id,
            Number = p.Number,
            Fate = p.Reading.Fate,
            Reason = p.Reading.Reason,
        }));
        await bulk.Write(_opened.Select(e => e.Entry).Concat(paperVoters)
            .Select(entry => new Participation { Ballot = ballot.Id, Entry = entry }).OrderBy(p => p.Entry.Value));
        await Destroy(ballot.Id);
        (ballot.State, ballot.UnsealedAt) = (BallotState.Unsealed, acting.Now);
        (ballot.Participants, ballot.Unreadable) = (
            _opened.Count + paperVoters.Count, _opened.Count - readable.Count);
        db.Add(BallotCount.Of(ballot, papers, acting.Now));
        acting.ToldAs = nameof(BoxUnsealed);
        acting.AfterCommit(() => keys.Forget(acting.Trust, ballot.Id));
        return new UnsealedBox(ballot.Id, 0, AttestedTogether.Of(
            "papers", papers.Select(p => Encoding.UTF8.GetBytes($"{p.Receipt}:{p.Marks}\n"))));
    }

    // Whatever stands beside a voter, and whatever tells a paper that came on paper from the others.
    private async Task Destroy(BallotId ballot)
    {
        await eraser.Erase<Envelope>(e => e.Ballot == ballot);
        await eraser.Erase<EnteredPaper>(p => p.Ballot == ballot);
        await eraser.Erase<PaperVoter>(p => p.Ballot == ballot);
        await eraser.Erase<VotingCode>(c => c.Ballot == ballot);
    }

    private Refusal? WhyNot(Ballot ballot, string typed, out Core.SecretShare? share)
    {
        share = ShareText.Read(typed);
        if (ballot.Holders.Find(h => h.Account == acting.Actor.Key) is not { } holder)
            return new Refusal(ShareRefusal.NotAnOfficer);
        if (ballot.TakesPapers(acting.Now)) return new Refusal(UnsealBoxRefusal.StillOpen);
        if (ballot.State is not BallotState.Open) return new Refusal(UnsealBoxRefusal.NoBox);
        if (share is null) return new Refusal(UnsealBoxRefusal.NotAShare);
        return share.Number == holder.Share ? null : new Refusal(UnsealBoxRefusal.OtherShare);
    }

    private sealed record OpenedEnvelope(RollEntryId Entry, PaperContent? Paper);
}

/// <summary>What the audit trail calls the opening of a box.</summary>
[Does("Ballot box opened, its envelopes destroyed")]
internal static class BoxUnsealed;
