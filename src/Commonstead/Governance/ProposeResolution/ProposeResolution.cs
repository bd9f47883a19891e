using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>Something to be resolved.</summary>
public sealed class ProposeResolutionInput
{
    /// <summary>The code of the act.</summary>
    [Required(ErrorMessage = "Choose the kind of act."), Display(Name = "Kind of act")]
    [StringLength(ActCode.Longest, ErrorMessage = "The kind of act is not understood.")]
    public string Act { get; set; } = "";

    /// <summary>What it is called.</summary>
    [Required(ErrorMessage = "Enter a title."), Display(Name = "Title")]
    [StringLength(200, ErrorMessage = "The title is longer than 200 characters.")]
    public string Title { get; set; } = "";

    /// <summary>What is resolved.</summary>
    [Required(ErrorMessage = "Enter what is to be resolved."), DataType(DataType.MultilineText)]
    [StringLength(10_000, ErrorMessage = "The text is longer than 10,000 characters.")]
    [Display(Name = "What is to be resolved, in its own words")]
    public string Text { get; set; } = "";

    /// <summary>The day it is brought.</summary>
    [Required(ErrorMessage = "Enter the day on which it was brought."), Display(Name = "Brought on")]
    public DateOnly? On { get; set; }

    /// <summary>For a disposal: the land.</summary>
    [Display(Name = "Land that may go")]
    public ParcelId? Parcel { get; set; }

    /// <summary>For the adoption of a resale rule: its document.</summary>
    [StringLength(RuleDocument.MaximumLength, ErrorMessage = "The document is longer than a rule document may be.")]
    [Display(Name = "Rule document"), DataType(DataType.MultilineText)]
    public string? Document { get; set; }

    /// <summary>For a change of the bylaws: the draft.</summary>
    public BylawsId? Bylaws { get; set; }

    /// <summary>For borrowing, and whatever else the bylaws treat by its amount: how much.</summary>
    [Display(Name = "Amount")]
    public Money? Amount { get; set; }
}

/// <summary>Why a resolution is not brought.</summary>
public enum ProposeResolutionRefusal
{
    /// <summary>The bylaws say what can be resolved.</summary>
    [Says("The bylaws of that day have no such act.", Field = nameof(ProposeResolutionInput.Act))]
    ActUnknown,

    /// <summary>Nothing is resolved in advance.</summary>
    [Says("The day lies in the future.", Field = nameof(ProposeResolutionInput.On))]
    InTheFuture,

    /// <summary>Members say which land may go.</summary>
    [Says("Choose the land that may go.", Field = nameof(ProposeResolutionInput.Parcel))]
    LandMissing,

    /// <summary>Only a draft can be proposed.</summary>
    [Says("That version of the bylaws is no draft any more.")]
    NoDraft,

    /// <summary>A table with errors is not voted on.</summary>
    [Says("The draft has errors. Its page names them.")]
    DraftHasErrors,

    /// <summary>The amount says which act it is.</summary>
    [Says("Enter an amount above zero.", Field = nameof(ProposeResolutionInput.Amount))]
    AmountMissing,

    /// <summary>The same is open already.</summary>
    [Says("The same is being resolved already, as number {0}.", Kind = RefusalKind.Conflict)]
    OpenAlready,
}

/// <summary>Brings a resolution, which the bodies that the bylaws name then vote on.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Resolution brought")]
public sealed class ProposeResolution(
    TrustDb db, Acting acting, BylawBook bylaws, ResolutionBook book, ILand land, IRuleBook rules)
    : IOperation<ProposeResolutionInput, ResolutionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResolutionId>> Run(ProposeResolutionInput input)
    {
        var on = input.On!.Value;
        if (on > acting.Today) return ProposeResolutionRefusal.InTheFuture;
        var table = await bylaws.On(on);
        if (table.Act(input.Act) is not { } act) return ProposeResolutionRefusal.ActUnknown;
        var found = await SubjectOf(input, act);
        if (!found.IsDone) return Outcome<ResolutionId>.Refused(found.Refusals);
        var (key, name, document) = found.Value;
        var amount = AsksAmount(act) ? input.Amount : null;
        if (amount is { } much) act = table.ActOf(act, much.Amount);
        if (key.Length > 0 && await db.Set<Resolution>().FirstOrDefaultAsync(r =>
            r.Act == act.Code && r.Subject == key && r.State == ResolutionState.Open) is { } same)
        {
            return new Refusal(ProposeResolutionRefusal.OpenAlready, same.Number);
        }

        var resolution = new Resolution
        {
            Number = await book.NextNumber(),
            Title = input.Title.Trim(),
            Text = input.Text.Trim(),
            Act = act.Code,
            Subject = key,
            SubjectName = name,
            Document = document,
            Amount = amount,
            On = on,
            Search = SearchText.Of(input.Title, name),
        };
        db.Add(resolution);
        if (act.Code == ActCodes.BylawChange && input.Bylaws is { } draft)
            await Propose(draft, resolution.Id);
        return resolution.Id;
    }

    /// <summary>True for an act that the bylaws treat by its amount.</summary>
    internal static bool AsksAmount(ActRule act) => act.Code == ActCodes.Borrowing || act.Above is not null;

    private async Task<Outcome<(string Key, string Name, string Document)>> SubjectOf(
        ProposeResolutionInput input, ActRule act)
    {
        if (AsksAmount(act) && input.Amount is not { Minor: > 0 }) return ProposeResolutionRefusal.AmountMissing;
        switch (act.Code)
        {
            case ActCodes.LandDisposal:
                var names = input.Parcel is { } parcel ? await land.ParcelNames([parcel]) : null;
                if (names is null || names.Count == 0) return ProposeResolutionRefusal.LandMissing;
                return (input.Parcel.ToString()!, names.Values.First(), "");
            case ActCodes.RuleAdoption:
                return await RuleIn(input.Document ?? "");
            case ActCodes.BylawChange when input.Bylaws is { } id:
                var draft = await db.Set<Bylaws>().FirstOrDefaultAsync(b => b.Id == id);
                if (draft?.State is not BylawsState.Draft) return ProposeResolutionRefusal.NoDraft;
                var classes = (await bylaws.VotingClasses()).Select(c => c.Code).ToList();
                if (draft.Rules.Errors(classes).Any()) return ProposeResolutionRefusal.DraftHasErrors;
                return (id.ToString(), draft.Source, "");
            default:
                return ("", "", "");
        }
    }

    // What the rule book would refuse later is not voted on: bodies would have resolved on nothing.
    private async Task<Outcome<(string Key, string Name, string Document)>> RuleIn(string text)
    {
        var found = await rules.Adoptable(text);
        return found.IsDone
            ? (found.Value.Hash, found.Value.Title, found.Value.Text)
            : Outcome<(string Key, string Name, string Document)>.Refused(
                [.. found.Refusals.Select(r => r with { Field = nameof(ProposeResolutionInput.Document) })]);
    }

    private async Task Propose(BylawsId id, ResolutionId resolution)
    {
        var draft = await db.Set<Bylaws>().FirstAsync(b => b.Id == id);
        (draft.State, draft.Resolution) = (BylawsState.Proposed, resolution);
    }
}
