using Commonstead.Core;
using Commonstead.Leases;

namespace Commonstead.Pricing;

/// <summary>
/// Collects what is recorded of a sale and of the works on a home, so that nobody types an appraisal twice.
/// </summary>
public sealed class OfferedFacts(IEnumerable<ISaleFacts> sources)
{
    /// <summary>The facts a rule asks for beside the lease's, filled in where they are recorded.</summary>
    /// <remarks>An offer that is not of the kind the rule asks for is left out.</remarks>
    public async Task<List<EnteredGiven>> For(LeaseId lease, IEnumerable<RuleGiven> asked)
    {
        var offered = new Dictionary<string, StatedFact>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var (name, fact) in await source.Of(lease)) offered[name] = fact;
        }

        return [.. asked.Select(given => Entered(given, offered.GetValueOrDefault(given.Name)))];
    }

    private static EnteredGiven Entered(RuleGiven given, StatedFact? fact) =>
        fact?.Text is { } text && GivenValue.ParseText(given.Type, text, fact.Source).Error is null
            ? new EnteredGiven { Name = given.Name, Text = text, Source = fact.Source }
            : new EnteredGiven { Name = given.Name };
}
