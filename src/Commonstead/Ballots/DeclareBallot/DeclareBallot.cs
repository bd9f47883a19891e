using System.ComponentModel.DataAnnotations;
using System.Text;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>A result to declare.</summary>
public sealed class DeclareBallotInput : IBallotInput
{
    /// <inheritdoc/>
    public BallotId Ballot { get; set; }

    /// <summary>What a lot was drawn from in public, when candidates are equal in everything.</summary>
    [StringLength(200, ErrorMessage = "What the lot was drawn from is longer than 200 characters.")]
    [Display(Name = "What the lot was drawn from")]
    public string? LotSeed { get; set; }
}

/// <summary>Why a result is not declared.</summary>
public enum DeclareBallotRefusal
{
    /// <summary>The box is opened first.</summary>
    [Says("The box has not been opened.")]
    BoxClosed,

    /// <summary>A result is declared once.</summary>
    [Says("The result was declared already.", Kind = RefusalKind.Conflict)]
    DeclaredAlready,

    /// <summary>Only a lot can tell them apart.</summary>
    [Says("{0} are equal in everything the rule looks at. Draw a lot in public, such as dice thrown before witnesses, "
        + "and enter what came out.", Field = nameof(DeclareBallotInput.LotSeed))]
    LotNeeded,

    /// <summary>Nobody said who is preferred.</summary>
    [Says("No paper has a mark that counts: there is no result to declare. Call the ballot off, and hold another.")]
    NoResult,
}

/// <summary>Counts a ballot, declares its result and publishes the bundle that anyone can count again.</summary>
[Needs(BallotPermission.Run)]
[Does("Result of a ballot declared")]
public sealed class DeclareBallot(TrustDb db, Acting acting, Events events) : IOperation<DeclareBallotInput, BallotId>
{
    /// <inheritdoc/>
    public async Task<Outcome<BallotId>> Run(DeclareBallotInput input)
    {
        var ballot = await db.Set<Ballot>().Include(b => b.Choices).FirstOrDefaultAsync(b => b.Id == input.Ballot);
        if (ballot is null) return CommonRefusal.NotFound;
        if (ballot.State is BallotState.Declared) return DeclareBallotRefusal.DeclaredAlready;
        if (ballot.State is not BallotState.Unsealed) return DeclareBallotRefusal.BoxClosed;
        var papers = await db.Set<CountedPaper>().AsNoTracking().Where(p => p.Ballot == ballot.Id)
            .OrderBy(p => p.Receipt).ToListAsync();
        var seed = input.LotSeed?.Trim();
        var answer = ballot.Count(papers, string.IsNullOrEmpty(seed) ? null : seed);
        if (!answer.Has(out var count, out var refusal))
        {
            return refusal is CountRefusal.LotNeeded
                ? new Refusal(
                    DeclareBallotRefusal.LotNeeded,
                    string.Join(", ", ballot.NamesOf(answer.Tied.Select(c => c + 1))))
                : DeclareBallotRefusal.NoResult;
        }

        // A seed that nothing was drawn from would only raise questions.
        if (!count.Stages.SelectMany(s => s.Ties).Any(t => t.EarlierStage is null)) count = count with { Lot = null };
        var aside = await db.Set<SetAsidePaper>().AsNoTracking().Where(p => p.Ballot == ballot.Id)
            .OrderBy(p => p.Number).ToListAsync();
        var counts = await db.Set<BallotCount>().AsNoTracking().Where(c => c.Ballot == ballot.Id)
            .OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync();
        var bundle = (BundleOf(ballot, papers, aside, count) with { Counts = Published(counts) })
            .Signed(acting.Trust.Signing);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(bundle.ToJson()));
        ballot.Bundle = (await acting.Trust.Documents.Store(content)).Hash;
        ballot.LotSeed = count.Lot?.Seed ?? "";
        (ballot.State, ballot.DeclaredAt) = (BallotState.Declared, acting.Now);
        if (ballot.Subject is null) return ballot.Id;
        return await events.Raise(Told(ballot, count)) is { Count: > 0 } refused
            ? Outcome<BallotId>.Refused(refused) : ballot.Id;
    }

    private static List<PublishedRecount>? Published(List<BallotCount> counts) => counts.Count < 2 ? null
        : counts.ConvertAll(c => new PublishedRecount(
            Instants.Stored(c.At), c.AskedBy.Length > 0, c.Papers, c.PapersHash, c.ResultHash));

    private BallotDeclared Told(Ballot ballot, CountTranscript count) =>
        new(ballot.Id, ballot.SubjectKind, ballot.Subject!.Value, count)
        {
            Title = ballot.Title,
            Voters = ballot.Classes,
            ClosedOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(ballot.ClosesAt, acting.Profile.Zone)),
            RollSize = ballot.RollSize,
            Participants = ballot.Participants!.Value,
        };

    private BallotBundle BundleOf(
        Ballot ballot, List<CountedPaper> papers, List<SetAsidePaper> aside, CountTranscript count)
    {
        var (id, isScore) = (ballot.Id.ToString(), count.Rule is ScoreVote);
        return new BallotBundle
        {
            Format = BallotBundle.CurrentFormat,
            Trust = acting.Profile.Name,
            Ballot = id,
            Question = ballot.Question,
            Classes = ballot.Classes,
            OpenedAt = ballot.OpenedAt!.Value,
            ClosedAt = ballot.ClosesAt,
            RollSize = ballot.RollSize,
            Participants = ballot.Participants!.Value,
            Unreadable = ballot.Unreadable,
            Papers =
            [
                .. papers.Select(p => PublishedPaper.Of(
                    id, p.Receipt, [.. p.MarksMade.Select(m => isScore ? m : m + 1)])),
            ],
            SetAside = aside.Count == 0 ? null
                : aside.ConvertAll(p => new PublishedSetAside(
                    p.Number, p.Fate is PaperFate.Spoilt ? PublishedSetAside.Spoilt : PublishedSetAside.Rejected,
                    p.Reason)),
            Result = CountReport.Of(count),
            PublicKey = "",
        };
    }
}
