using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Pricing;

/// <summary>Adds maximum prices to the story of their lease: made, approved, sent back, voided.</summary>
internal sealed class PriceStory(Determinations prices, Acting acting) : ILeaseStory
{
    private const string Kind = "Price";

    public async Task<IReadOnlyList<StoryEntry>> Of(LeaseId lease)
    {
        var isStaff = acting.Actor.May(LeasePermission.SeeAll);
        return [.. (await prices.WholeOf(lease)).SelectMany(d => Told(d, isStaff))];
    }

    // That a price waits is the staff's business; the owner reads what was decided on one that she may see.
    private IEnumerable<StoryEntry> Told(Determination price, bool isStaff)
    {
        var link = $"/prices/{price.Id}";
        if (isStaff)
        {
            yield return Entry(
                price.MadeAt, "A maximum price of {0} was worked out as of {1}", link, price.MaximumPrice, price.AsOf);
        }

        foreach (var decision in price.Decisions.OrderBy(d => d.At))
        {
            yield return decision.Kind switch
            {
                DecisionKind.Approved when decision.ValidUntil is { } until => Entry(
                    decision.At, "The maximum price of {0} was approved, valid until {1}", link, price.MaximumPrice,
                    until),
                DecisionKind.Approved => Entry(
                    decision.At, "The maximum price of {0} was approved", link, price.MaximumPrice),
                DecisionKind.SentBack => Entry(
                    decision.At, "The maximum price of {0} was sent back: {1}", link, price.MaximumPrice,
                    decision.Reason),
                _ => Entry(
                    decision.At, "The maximum price of {0} was voided: {1}", link, price.MaximumPrice,
                    decision.Reason),
            };
        }
    }

    private StoryEntry Entry(DateTime at, string text, string link, params IReadOnlyList<object> figures) =>
        new(Determinations.DayOf(at, acting), Kind, new Sentence(text, figures), link);
}
