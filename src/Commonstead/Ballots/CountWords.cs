using Commonstead.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Commonstead.Ballots;

/// <summary>What happened at a stage of a count, in sentences.</summary>
internal static class CountWords
{
    /// <summary>What was done, and which ties were decided by what.</summary>
    public static IEnumerable<string> Of(CountReport count, ReportedStage stage, IStringLocalizer words)
    {
        yield return stage switch
        {
            { SurplusOf: { } surplus } => words["The surplus of {0} goes to next preferences.", Name(surplus)],
            { Excluded: { } excluded } => words["{0} has the fewest votes and is excluded.", Name(excluded)],
            { Action: "convergence" } => words["Surpluses are passed on until everyone elected holds the quota."],
            _ => words["Every paper goes to its first preference."],
        };
        foreach (var tie in stage.Ties ?? [])
        {
            var tied = string.Join(", ", tie.Tied.Select(Name));
            yield return tie.EarlierStage is { } earlier
                ? words["{0} were equal; stage {1}, where they differed, chose {2}.", tied, earlier, Name(tie.Chosen)]
                : words["{0} were equal; the lot chose {1}.", tied, Name(tie.Chosen)];
        }

        string Name(int number) => words[count.Candidates[number - 1].Name];
    }
}
