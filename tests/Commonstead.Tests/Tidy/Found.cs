namespace Commonstead.Tests.Tidy;

/// <summary>States that a search through the source found no offender, and lists them all when it did.</summary>
public static class Found
{
    /// <summary>Fails with every offender on a line of its own.</summary>
    public static void Nothing(IEnumerable<string> offenders)
    {
        var all = offenders.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} found:\n" + string.Join('\n', all));
    }
}
