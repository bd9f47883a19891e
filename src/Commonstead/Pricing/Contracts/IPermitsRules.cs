namespace Commonstead.Pricing;

/// <summary>
/// Says which resale rules the trust has resolved to adopt. Nothing else lets a rule into the rule book: what a lease
/// points at for 99 years is decided by those whom the bylaws name.
/// </summary>
public interface IPermitsRules
{
    /// <summary>What permits a rule by the SHA-256 of its text, or null when nothing does.</summary>
    Task<PermittedRule?> For(string hash);

    /// <summary>Rules that were resolved and wait to come into the book, the latest first.</summary>
    Task<IReadOnlyList<PermittedRule>> Waiting();

    /// <summary>The resolution that a rule's very text stands before, or that passed it; null for none.</summary>
    Task<RuleResolution?> On(string hash);
}

/// <summary>A rule that the trust resolved to adopt.</summary>
/// <param name="Title">The rule's title.</param>
/// <param name="Text">Its whole document, as it was voted on.</param>
/// <param name="Resolution">The resolution, as minutes name it.</param>
/// <param name="Page">The resolution's page on this site.</param>
public sealed record PermittedRule(string Title, string Text, string Resolution, string Page);

/// <summary>A resolution on a rule's text.</summary>
/// <param name="Named">The resolution, as minutes name it.</param>
/// <param name="Page">Its page on this site.</param>
/// <param name="HasPassed">Whether the bodies that the bylaws name have passed it.</param>
public sealed record RuleResolution(string Named, string Page, bool HasPassed);

/// <summary>A rule came into the rule book, as a resolution permits it.</summary>
/// <param name="Hash">SHA-256 of its text.</param>
public sealed record RuleAdopted(string Hash);

/// <summary>Asks all who permit rules.</summary>
public static class RulePermits
{
    /// <summary>What permits a rule, by the first who permits it; null when nobody does.</summary>
    public static async Task<PermittedRule?> For(this IEnumerable<IPermitsRules> all, string hash)
    {
        foreach (var one in all)
        {
            if (await one.For(hash) is { } permit) return permit;
        }

        return null;
    }

    /// <summary>The resolution that a rule's text stands before, or that passed it; null for none.</summary>
    public static async Task<RuleResolution?> On(this IEnumerable<IPermitsRules> all, string hash)
    {
        foreach (var one in all)
        {
            if (await one.On(hash) is { } resolution) return resolution;
        }

        return null;
    }
}
