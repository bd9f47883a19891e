using Commonstead.Core;
using Commonstead.Platform.Operations;

namespace Commonstead.Pricing;

/// <summary>What other capabilities may ask the trust's rule book.</summary>
public interface IRuleBook
{
    /// <summary>The rules a new lease may be signed under, by title.</summary>
    Task<IReadOnlyList<RuleTitle>> Selectable();

    /// <summary>The titles of rules by hash, retired ones too; unknown hashes are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> Titles(IReadOnlyCollection<string> hashes);

    /// <summary>A rule of the book by the SHA-256 of its text, or null.</summary>
    Task<RuleDocument?> Document(string hash);

    /// <summary>Some rules of the book, by title; unknown hashes are left out.</summary>
    Task<IReadOnlyList<RuleDocument>> Documents(IReadOnlyCollection<string> hashes);

    /// <summary>The text of a rule that comes with the program, by its folder and file name; null for none.</summary>
    string? Shipped(string name);

    /// <summary>The text of a rule that somebody is writing; null for none.</summary>
    Task<string?> Draft(RuleDraftId draft);

    /// <summary>Reads a document as the book would take it, so that nobody resolves on one that it refuses.</summary>
    /// <returns>The rule; or what is wrong with it, told of a field named <c>Text</c>.</returns>
    Task<Outcome<RuleDocument>> Adoptable(string text);
}

/// <summary>A rule as a choice.</summary>
/// <param name="Hash">SHA-256 of its text.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsDraft">True while it is written, and no lease can point at it.</param>
public sealed record RuleTitle(string Hash, string Title, bool IsDraft = false);
