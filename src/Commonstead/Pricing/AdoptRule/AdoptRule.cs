using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Pricing;

/// <summary>A rule document for the trust's rule book.</summary>
public sealed class AdoptRuleInput
{
    /// <summary>The whole document in Markdown.</summary>
    [Required(ErrorMessage = "Choose a rule, or paste its document."), DataType(DataType.MultilineText)]
    [StringLength(RuleDocument.MaximumLength, ErrorMessage = "The document is longer than a rule document may be.")]
    [Display(Name = "Rule document")]
    public string Text { get; set; } = "";
}

/// <summary>Why a rule does not come into the book.</summary>
public enum AdoptRuleRefusal
{
    /// <summary>The checker found an error; the message names line and column.</summary>
    [Says("{0}", Field = nameof(AdoptRuleInput.Text))]
    NotARule,

    /// <summary>An example of the document does not come out as it says.</summary>
    [Says("An example does not come out: {0}", Field = nameof(AdoptRuleInput.Text))]
    ExampleFails,

    /// <summary>The rule computes in another currency than the trust's.</summary>
    [Says("The rule computes in {0}, the trust keeps its books in {1}.", Field = nameof(AdoptRuleInput.Text))]
    OtherCurrency,

    /// <summary>The same text is in the book.</summary>
    [Says("This very text is in the rule book already, as “{0}”.", Field = nameof(AdoptRuleInput.Text),
        Kind = RefusalKind.Conflict)]
    InTheBook,

    /// <summary>A rule that leases point at for 99 years is adopted by those whom the bylaws name.</summary>
    [Says("No resolution to adopt this very text has passed. Propose one, and come back when the bodies that your "
        + "bylaws name have passed it.", Field = nameof(AdoptRuleInput.Text))]
    NoResolution,
}

/// <summary>Puts a rule document into the trust's rule book, where new leases may point at it.</summary>
[Needs(PricingPermission.AdoptRules)]
[Does("Resale rule added to the rule book")]
public sealed class AdoptRule(
    TrustDb db, Acting acting, IRuleBook book, IEnumerable<IPermitsRules> permits, Events events)
    : IOperation<AdoptRuleInput, RuleEntryId>
{
    /// <inheritdoc/>
    public async Task<Outcome<RuleEntryId>> Run(AdoptRuleInput input)
    {
        var found = await book.Adoptable(input.Text);
        if (!found.IsDone) return Outcome<RuleEntryId>.Refused(found.Refusals);
        var rule = found.Value;
        if (await permits.For(rule.Hash) is not { } permit) return AdoptRuleRefusal.NoResolution;
        var entry = new RuleEntry
        {
            Hash = rule.Hash,
            Title = rule.Title,
            Text = rule.Text,
            AdoptedOn = acting.Today,
            AdoptedUnder = permit.Resolution,
        };
        db.Add(entry);
        return await events.Raise(new RuleAdopted(rule.Hash)) is { Count: > 0 } refused
            ? Outcome<RuleEntryId>.Refused(refused) : entry.Id;
    }
}
