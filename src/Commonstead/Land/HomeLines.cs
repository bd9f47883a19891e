namespace Commonstead.Land;

/// <summary>Gathers what other capabilities say of homes in a line.</summary>
public sealed class HomeLines(IEnumerable<IHomeNotes> capabilities)
{
    /// <summary>The lines of homes, capability after capability.</summary>
    internal async Task<ILookup<HomeId, HomeNote>> Of(IReadOnlyCollection<HomeId> homes)
    {
        var all = new List<(HomeId Home, HomeNote Note)>();
        foreach (var capability in capabilities)
        {
            foreach (var group in await capability.Of(homes)) all.AddRange(group.Select(note => (group.Key, note)));
        }

        return all.ToLookup(one => one.Home, one => one.Note);
    }
}
