using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>What somebody reads on a paper.</summary>
[Secret]
public sealed class EnterPaperInput
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; set; }

    /// <summary>The number written on the paper, when somebody has read it before; empty for a new paper.</summary>
    [StringLength(40, ErrorMessage = "The number is too long.")]
    public string? Number { get; set; }

    /// <summary>What becomes of it.</summary>
    [EnumDataType(typeof(PaperFate)), Display(Name = "What becomes of it")]
    public PaperFate Fate { get; set; }

    /// <summary>For each choice what is marked, as it is marked.</summary>
    [MaxLength(200, ErrorMessage = "There are more marks than choices.")]
    public List<int?> Values { get; set; } = [];

    /// <summary>Why it is set aside.</summary>
    [StringLength(300, ErrorMessage = "The reason is longer than 300 characters.")]
    [Display(Name = "Why it is spoilt or rejected")]
    public string? Reason { get; set; }
}

/// <summary>Why a paper is not entered.</summary>
public enum EnterPaperRefusal
{
    /// <summary>What papers say is known to nobody while others vote.</summary>
    [Says("Papers are entered once the ballot has closed.", Kind = RefusalKind.Conflict)]
    StillOpen,

    /// <summary>Papers go into a box that is there and closed.</summary>
    [Says("There is no closed box that papers could go into.", Kind = RefusalKind.Conflict)]
    NoBox,

    /// <summary>The paper has so many choices.</summary>
    [Says("The marks do not fit the ballot paper. Load the page again.", Kind = RefusalKind.Input)]
    OtherPaper,

    /// <summary>Whoever reads the result wants to know why.</summary>
    [Says("Say why the paper is spoilt or rejected.", Field = nameof(EnterPaperInput.Reason))]
    ReasonMissing,

    /// <summary>The number is of no paper.</summary>
    [Says("No paper has this number.", Kind = RefusalKind.NotFound)]
    NoSuchPaper,

    /// <summary>Two people read each paper.</summary>
    [Says("You have read this paper. Somebody else reads it a second time.", Kind = RefusalKind.NotAllowed)]
    SamePerson,

    /// <summary>It has been read twice.</summary>
    [Says("This paper has been read twice already.", Kind = RefusalKind.Conflict)]
    ReadTwice,
}

/// <summary>A paper that was read.</summary>
/// <param name="Number">The number on it.</param>
/// <param name="Differs">True when two people have read it differently.</param>
public sealed record ReadPaper(string Number, bool Differs);

/// <summary>
/// Takes what one officer reads on a paper, as it is marked. The first is told a random number to write on it; the
/// second, who does not see what the first read, reads it again.
/// </summary>
[Needs(BallotPermission.HoldKey)]
[Does("Ballot paper read")]
public sealed class EnterPaper(TrustDb db, Acting acting) : IOperation<EnterPaperInput, ReadPaper>
{
    /// <inheritdoc/>
    public async Task<Outcome<ReadPaper>> Run(EnterPaperInput input)
    {
        var ballot = await db.Set<Ballot>().AsNoTracking().Include(b => b.Holders).Include(b => b.Choices)
            .FirstOrDefaultAsync(b => b.Id == input.Ballot);
        if (ballot is null) return CommonRefusal.NotFound;
        if (!ballot.IsOfficer(acting.Actor)) return ShareRefusal.NotAnOfficer;
        if (ballot.State is not BallotState.Open) return EnterPaperRefusal.NoBox;
        if (ballot.TakesPapers(acting.Now)) return EnterPaperRefusal.StillOpen;
        var reason = input.Reason?.Trim() ?? "";
        if (input.Fate is PaperFate.Counts && input.Values.Count != ballot.Choices.Count)
            return EnterPaperRefusal.OtherPaper;
        if (input.Fate is not PaperFate.Counts && reason.Length == 0) return EnterPaperRefusal.ReasonMissing;
        var read = input.Fate is PaperFate.Counts
            ? new PaperReading(input.Fate, input.Values, "") : new PaperReading(input.Fate, [], reason);
        return string.IsNullOrEmpty(input.Number) ? First(ballot, read) : await Second(ballot, input.Number, read);
    }

    private ReadPaper First(Ballot ballot, PaperReading read)
    {
        var number = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PaperContent.ReceiptBytes));
        db.Add(new EnteredPaper
        {
            Ballot = ballot.Id,
            Number = number,
            FirstBy = acting.Actor.Key,
            First = read.ToString(),
        });
        return new ReadPaper(number, Differs: false);
    }

    private async Task<Outcome<ReadPaper>> Second(Ballot ballot, string number, PaperReading read)
    {
        if (await db.Set<EnteredPaper>().FindAsync(ballot.Id, number) is not { } paper)
            return EnterPaperRefusal.NoSuchPaper;
        if (paper.FirstBy == acting.Actor.Key) return EnterPaperRefusal.SamePerson;
        if (paper.SecondBy.Length > 0) return EnterPaperRefusal.ReadTwice;
        (paper.SecondBy, paper.Second) = (acting.Actor.Key, read.ToString());
        if (PaperReading.Parse(paper.First).IsAs(read)) paper.Agreed = paper.First;
        return new ReadPaper(number, paper.Agreed.Length == 0);
    }
}
