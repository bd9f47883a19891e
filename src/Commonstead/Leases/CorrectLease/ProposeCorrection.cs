using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>What was written down wrongly, and what it should say.</summary>
public sealed class ProposeCorrectionInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>The fact to be superseded, or null.</summary>
    public LeaseFactId? Fact { get; set; }

    /// <summary>The term to be corrected, or null.</summary>
    [Display(Name = "What is wrong"), EnumDataType(typeof(LeaseTerm), ErrorMessage = "Choose what is wrong.")]
    public LeaseTerm? Term { get; set; }

    /// <summary>What it should say; empty for nothing, or for a fact that is not known.</summary>
    [StringLength(200, ErrorMessage = "It is longer than 200 characters.")]
    [Display(Name = "What it should say")]
    public string? NewText { get; set; }

    /// <summary>The rule it should say, chosen from the rule book; its hash may be typed above instead.</summary>
    [StringLength(64, ErrorMessage = "A rule's hash has 64 characters."), Display(Name = "The resale rule signed")]
    public string? Rule { get; set; }

    /// <summary>The day it holds from; for a fact the day the wrong one held from when not given.</summary>
    [Display(Name = "Holds from")]
    public DateOnly? HoldsFrom { get; set; }

    /// <summary>Where the right one stands.</summary>
    [Required(ErrorMessage = "Say where it stands, such as the closing statement.")]
    [StringLength(300, ErrorMessage = "The source is longer than 300 characters.")]
    [Display(Name = "Where it stands")]
    public string Source { get; set; } = "";

    /// <summary>How the mistake came about.</summary>
    [Required(ErrorMessage = "Say how the mistake came about."), DataType(DataType.MultilineText)]
    [StringLength(1000, ErrorMessage = "The reason is longer than 1,000 characters.")]
    [Display(Name = "Reason")]
    public string Reason { get; set; } = "";
}

/// <summary>Why a correction is not proposed.</summary>
public enum ProposeCorrectionRefusal
{
    /// <summary>A correction is of one fact or one term.</summary>
    [Says("Choose one fact or one term to correct.", Field = nameof(ProposeCorrectionInput.Term))]
    NothingChosen,

    /// <summary>Only a fact that stands can be superseded.</summary>
    [Says("That fact no longer stands; look at the lease again.", Kind = RefusalKind.Conflict)]
    FactDoesNotStand,

    /// <summary>Two corrections of one thing at once would undo each other.</summary>
    [Says("A correction of {0} is waiting already. Have it decided first.", Kind = RefusalKind.Conflict)]
    AlreadyWaiting,

    /// <summary>A rule is chosen for the term that is the rule.</summary>
    [Says("You chose a rule, but another term as what is wrong. Choose “Resale rule” there, or no rule here.",
        Field = nameof(ProposeCorrectionInput.Rule))]
    RuleOfAnotherTerm,

    /// <summary>One rule is chosen or typed, not two.</summary>
    [Says("You chose one rule and typed the hash of another. Leave one of them empty.",
        Field = nameof(ProposeCorrectionInput.Rule))]
    TwoRules,

    /// <summary>A correction corrects something.</summary>
    [Says("That is what the lease says already.", Field = nameof(ProposeCorrectionInput.NewText))]
    NothingChanges,

    /// <summary>A term or fact is what its type asks for.</summary>
    [Says("{0}", Field = nameof(ProposeCorrectionInput.NewText))]
    NotUnderstood,

    /// <summary>A void lease is corrected no more.</summary>
    [Says("The lease is void; enter another.", Kind = RefusalKind.Conflict)]
    LeaseIsVoid,
}

/// <summary>Proposes to correct a fact or a term of a lease; a second person decides.</summary>
[Needs(LeasePermission.Edit)]
[Does("Correction of a lease proposed")]
public sealed class ProposeCorrection(TrustDb db, Acting acting, IRuleBook rules)
    : IOperation<ProposeCorrectionInput, CorrectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<CorrectionId>> Run(ProposeCorrectionInput input)
    {
        if (await db.Set<Lease>().FirstOrDefaultAsync(l => l.Id == input.Lease) is not { } lease)
            return LeaseRefusal.NoLease;
        if (lease.Standing == LeaseStanding.Void) return ProposeCorrectionRefusal.LeaseIsVoid;
        if (input.Fact is null == (input.Term is null)) return ProposeCorrectionRefusal.NothingChosen;
        var fact = input.Fact is { } factId ? await db.Set<LeaseFact>().FirstOrDefaultAsync(
            f => f.Id == factId && f.Lease == lease.Id && f.SupersededAt == null) : null;
        if (input.Fact is not null && fact is null) return ProposeCorrectionRefusal.FactDoesNotStand;
        var subject = fact?.Name ?? input.Term!.Value.ToReader();
        var isWaiting = await db.Set<Correction>().AnyAsync(
            c => c.Lease == lease.Id && c.Subject == subject && c.State == CorrectionState.Waiting);
        if (isWaiting) return new Refusal(ProposeCorrectionRefusal.AlreadyWaiting, subject);
        var text = string.IsNullOrWhiteSpace(input.NewText) ? null : input.NewText.Trim();
        if (!string.IsNullOrWhiteSpace(input.Rule))
        {
            if (input.Term != LeaseTerm.Rule) return ProposeCorrectionRefusal.RuleOfAnotherTerm;
            if (text is not null && text != input.Rule) return ProposeCorrectionRefusal.TwoRules;
            text = input.Rule;
        }

        var old = fact is null ? TermText.Of(lease, input.Term!.Value) : fact.Text;
        var holdsFrom = input.HoldsFrom ?? fact?.HoldsFrom ?? lease.StartsOn;
        if (old == text && input.Term != LeaseTerm.Void && (fact is null || holdsFrom == fact.HoldsFrom))
            return ProposeCorrectionRefusal.NothingChanges;
        if (await Misread(lease, fact, input.Term, text) is { } why)
            return new Refusal(ProposeCorrectionRefusal.NotUnderstood, why);
        var correction = new Correction
        {
            Lease = lease.Id,
            Fact = fact?.Id,
            Term = input.Term,
            Subject = subject,
            OldText = old,
            NewText = text,
            Source = input.Source.Trim(),
            HoldsFrom = holdsFrom,
            Reason = input.Reason.Trim(),
            ProposedBy = acting.Actor.Key,
            ProposedByName = acting.Actor.Name,
            ProposedAt = acting.Now,
        };
        db.Add(correction);
        return correction.Id;
    }

    private async Task<string?> Misread(Lease lease, LeaseFact? fact, LeaseTerm? term, string? text)
    {
        if (fact is not null)
            return FactText.Misread(lease.RuleHash is { } hash ? await rules.Document(hash) : null, fact.Name, text);
        if (term == LeaseTerm.Rule && text is not null && await rules.Document(text) is null)
            return "The rule book has no rule with this hash";
        return TermText.Misread(term!.Value, text);
    }
}
