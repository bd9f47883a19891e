using Commonstead.Ballots;
using Commonstead.Platform.Web;

namespace Commonstead.Governance;

/// <summary>How a seat was filled by counting an election's papers again, as its pages tell it.</summary>
/// <param name="CountBack">The record of it.</param>
/// <param name="Says">Who was seated in whose place, and when.</param>
public sealed record CountBackStory(CountedBack CountBack, Sentence Says)
{
    /// <summary>The count; those without whom the papers were counted stand in it as withdrawn.</summary>
    public CountReport Count => CountReport.Read(CountBack.Count);

    /// <summary>Every seat of an election that was so filled, the first above.</summary>
    internal static IReadOnlyList<CountBackStory> Of(Election election)
    {
        return
        [
            .. election.CountedBack.OrderBy(c => c.On).ThenBy(c => Of(c.Seated)?.ElectedAs)
                .Select(c => new CountBackStory(c, Say(c))),
        ];

        Sentence Say(CountedBack one) => Of(one.InPlaceOf) is { } before
            ? new Sentence(
                "{0} is seated from {1} in place of {2}, whose seat fell vacant on {3}, by counting the papers again.",
                Of(one.Seated)?.Name ?? "", one.From, before.Name, one.VacantOn)
            : new Sentence(
                "{0} is seated from {1} in a seat that was vacant since {2}, by counting the papers again.",
                Of(one.Seated)?.Name ?? "", one.From, one.VacantOn);

        Nomination? Of(NominationId? id) => election.Nominations.Find(n => n.Id == id);
    }

    /// <summary>Where it stands on the election's page.</summary>
    internal static string AnchorOf(CountedBack one) => $"count-back-{one.Id}";
}
