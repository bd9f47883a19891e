using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Pricing;

/// <summary>Reads the rule documents that are being written.</summary>
public sealed class RuleDrafts(TrustDb db, Acting acting) : IRuleDrafts
{
    private const int MostShown = 50;

    /// <summary>
    /// Those that are worked on and in the book with no text of theirs, the latest first; none for whoever may not
    /// write rules.
    /// </summary>
    public async Task<IReadOnlyList<OpenDraft>> Open() => await Worked()
        .Select(d => new OpenDraft(d.Id, d.Title, d.ChangedOn)).ToListAsync();

    /// <summary>A draft, given up or not; null for none.</summary>
    public Task<RuleDraft?> Find(RuleDraftId id) => Visible().FirstOrDefaultAsync(d => d.Id == id);

    /// <summary>The draft of a text; null for none.</summary>
    public Task<RuleDraft?> OfText(string hash) => Visible().FirstOrDefaultAsync(d => d.Hash == hash);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleTitle>> Sound()
    {
        var texts = await Worked().Select(d => d.Text).ToListAsync();
        return [.. texts.Select(Parsed).OfType<RuleDocument>().Select(r => new RuleTitle(r.Hash, r.Title, true))];
    }

    /// <inheritdoc/>
    public async Task<RuleDocument?> Document(string hash) =>
        await Visible().Where(d => d.Hash == hash).Select(d => d.Text).FirstOrDefaultAsync() is { } text
            ? Parsed(text) : null;

    /// <summary>A document to begin with: small, sound, and in the trust's currency.</summary>
    public string Beginning() => $"""
        # A share of the rise in value

        The owner keeps what she paid and a quarter of the rise in appraised value.

        **Where it comes from.** Say who uses it, and where it is published.

        **What happens when value falls.** Say it, with the source.

        ```rule
        language 1
        currency {acting.Profile.Currency}

        given purchase_price        money "price paid at purchase"
        given appraisal_at_purchase money "appraised value at purchase"
        given appraisal_at_sale     money "appraised value at sale"

        rise "rise in value" = max(0, appraisal_at_sale - appraisal_at_purchase)
        maximum_price = round(purchase_price + 25% * rise, down to 1)
        ```

        ```example "value rises"
        purchase_price = 160000
        appraisal_at_purchase = 200000
        appraisal_at_sale = 260000
        maximum_price => 175000
        ```

        """;

    private static RuleDocument? Parsed(string text) => RuleDocument.Parse(text, "rule").Document;

    // Once its text is in the book a draft is done with, until somebody changes it.
    private IQueryable<RuleDraft> Worked() => Visible()
        .Where(d => d.GivenUpOn == null && !db.Set<RuleEntry>().Any(r => r.Hash == d.Hash))
        .OrderByDescending(d => d.ChangedOn).Take(MostShown);

    private IQueryable<RuleDraft> Visible()
    {
        var may = acting.Actor.May(PricingPermission.DraftRules);
        return db.Set<RuleDraft>().AsNoTracking().Where(_ => may);
    }
}

/// <summary>A rule that is being written, in a list.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Title">Its title.</param>
/// <param name="ChangedOn">The day it was last changed.</param>
public sealed record OpenDraft(RuleDraftId Id, string Title, DateOnly ChangedOn);
