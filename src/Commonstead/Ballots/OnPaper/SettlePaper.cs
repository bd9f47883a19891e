using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>What two people decide who look at a paper together.</summary>
public enum PaperSettlement
{
    /// <summary>The first read it rightly.</summary>
    [Display(Name = "The first reading is right")] First,

    /// <summary>The second read it rightly.</summary>
    [Display(Name = "The second reading is right")] Second,

    /// <summary>Both are wrong, or there is no such paper: it is read anew.</summary>
    [Display(Name = "Neither: strike it, and read the paper anew")] Neither,
}

/// <summary>A paper to settle.</summary>
[Secret]
public sealed class SettlePaperInput
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; set; }

    /// <summary>The number on it.</summary>
    [Required, StringLength(40)]
    public string Number { get; set; } = "";

    /// <summary>What is right.</summary>
    [EnumDataType(typeof(PaperSettlement), ErrorMessage = "Choose what is right."), Display(Name = "What is right")]
    public PaperSettlement Right { get; set; }
}

/// <summary>Why a paper is not settled.</summary>
public enum SettlePaperRefusal
{
    /// <summary>There is no difference to settle.</summary>
    [Says("There is nothing to settle about this paper.", Kind = RefusalKind.Conflict)]
    NothingToSettle,

    /// <summary>Whoever read it first does not strike it alone.</summary>
    [Says("You have read this paper alone so far. Somebody else strikes it.", Kind = RefusalKind.NotAllowed)]
    ReadAlone,
}

/// <summary>
/// Settles a paper that two people have read differently, or strikes one that was entered by mistake.
/// </summary>
[Needs(BallotPermission.HoldKey)]
[Does("Difference about a ballot paper settled")]
public sealed class SettlePaper(TrustDb db, Acting acting, BulkEraser eraser) : IOperation<SettlePaperInput, BallotId>
{
    /// <inheritdoc/>
    public async Task<Outcome<BallotId>> Run(SettlePaperInput input)
    {
        var ballot = await db.Set<Ballot>().AsNoTracking().Include(b => b.Holders)
            .FirstOrDefaultAsync(b => b.Id == input.Ballot);
        if (ballot is null) return CommonRefusal.NotFound;
        if (!ballot.IsOfficer(acting.Actor)) return ShareRefusal.NotAnOfficer;
        if (await db.Set<EnteredPaper>().FindAsync(ballot.Id, input.Number) is not { } paper)
            return EnterPaperRefusal.NoSuchPaper;
        var isRead = paper.SecondBy.Length > 0;
        if (paper.Agreed.Length > 0 || (!isRead && input.Right is not PaperSettlement.Neither))
            return SettlePaperRefusal.NothingToSettle;
        if (!isRead && paper.FirstBy == acting.Actor.Key) return SettlePaperRefusal.ReadAlone;
        if (input.Right is PaperSettlement.Neither)
            await eraser.Erase<EnteredPaper>(p => p.Ballot == ballot.Id && p.Number == input.Number);
        else paper.Agreed = input.Right is PaperSettlement.First ? paper.First : paper.Second;
        return ballot.Id;
    }
}
