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
}

/// <summary>A rule that the trust resolved to adopt.</summary>
/// <param name="Title">The rule's title.</param>
/// <param name="Text">Its whole document, as it was voted on.</param>
/// <param name="Resolution">The resolution, as minutes name it.</param>
/// <param name="Page">The resolution's page on this site.</param>
public sealed record PermittedRule(string Title, string Text, string Resolution, string Page);

/// <summary>A rule came into the rule book, as a resolution permits it.</summary>
/// <param name="Hash">SHA-256 of its text.</param>
public sealed record RuleAdopted(string Hash);
