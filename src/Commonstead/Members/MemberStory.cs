using Commonstead.People;
using Commonstead.Platform.Web;

namespace Commonstead.Members;

/// <summary>Tells what happened to a membership, by date.</summary>
internal static class MemberStory
{
    /// <summary>The story in no particular order.</summary>
    public static IEnumerable<StoryEntry> Of(
        Member member, IReadOnlyList<MemberSpell> spells, MembershipTerms terms, Func<PersonId, string> nameOf)
    {
        // Each spell says how things stood until it ended; what follows is the next one, or how they stand now.
        var stands = spells.Select(s => new Standing(s.From, s.Class, s.Representative))
            .Append(new Standing(member.StandsSince, member.Class, member.Representative)).ToList();
        yield return Entry(member.JoinedOn, "Member", "Became member {0} in the class “{1}”: {2}", member.Number,
            ClassOf(stands[0]), member.Origin);
        if (stands[0].Representative is { } first)
            yield return Entry(stands[0].From, "Vote", "{0} votes for it", nameOf(first));
        for (var i = 1; i < stands.Count; i++)
        {
            var (before, now) = (stands[i - 1], stands[i]);
            if (before.Class != now.Class)
                yield return Entry(now.From, "Class", "Moved to the class “{0}”", ClassOf(now));
            if (before.Representative != now.Representative && now.Representative is { } next)
                yield return Entry(now.From, "Vote", "{0} votes for it", nameOf(next));
        }

        if (member is { EndedOn: { } ended, EndInWords: { } reason })
        {
            yield return Entry(ended, "Member", "The membership ended: {0}", new Sentence(reason)) with
            {
                Note = member.EndNote ?? "",
                Link = member.MergedInto is { } kept ? $"/members/{kept}" : null,
            };
        }

        Sentence ClassOf(Standing standing) => new(terms.NameOf(standing.Class));
    }

    private static StoryEntry Entry(DateOnly date, string kind, string text, params IReadOnlyList<object> figures) =>
        new(date, kind, new Sentence(text, figures));

    private sealed record Standing(DateOnly From, string Class, PersonId? Representative);
}
