using System.Collections.Concurrent;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Pricing;

/// <summary>Parsed rule documents by hash. The text decides the hash, so what is kept can never be stale.</summary>
public sealed class ParsedRules
{
    private readonly ConcurrentDictionary<string, RuleDocument> _documents = new(StringComparer.Ordinal);

    /// <summary>The document of a text known to be sound.</summary>
    public RuleDocument Of(string hash, string text) =>
        _documents.GetOrAdd(hash, _ => RuleDocument.Parse(text, hash[..12] + ".md").Document!);
}

/// <summary>Reads the trust's rule book.</summary>
public sealed class RuleBook(TrustDb db, Acting acting, ParsedRules parsed) : IRuleBook
{
    /// <summary>All entries.</summary>
    internal IQueryable<RuleEntry> Entries => db.Set<RuleEntry>().AsNoTracking();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleTitle>> Selectable()
    {
        var today = acting.Today;
        return await Entries.Where(r => r.RetiredOn == null || r.RetiredOn > today)
            .OrderBy(r => r.Title).Select(r => new RuleTitle(r.Hash, r.Title)).ToListAsync();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> Titles(IReadOnlyCollection<string> hashes) =>
        await Entries.Where(r => hashes.Contains(r.Hash)).ToDictionaryAsync(r => r.Hash, r => r.Title);

    /// <inheritdoc/>
    public async Task<RuleDocument?> Document(string hash) =>
        await Entries.Where(r => r.Hash == hash).Select(r => r.Text).FirstOrDefaultAsync() is { } text
            ? parsed.Of(hash, text)
            : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleDocument>> Documents(IReadOnlyCollection<string> hashes)
    {
        var texts = await Entries.Where(r => hashes.Contains(r.Hash)).OrderBy(r => r.Title)
            .Select(r => new { r.Hash, r.Text }).ToListAsync();
        return texts.ConvertAll(r => parsed.Of(r.Hash, r.Text));
    }

    /// <inheritdoc/>
    string? IRuleBook.Shipped(string name) =>
        Shipped().FirstOrDefault(f => RuleFiles.ShortName(f) == name) is { } file ? File.ReadAllText(file) : null;

    /// <inheritdoc/>
    public Task<string?> Draft(RuleDraftId draft) => db.Set<RuleDraft>().AsNoTracking()
        .Where(d => d.Id == draft && d.GivenUpOn == null).Select(d => d.Text).FirstOrDefaultAsync();

    /// <inheritdoc/>
    public async Task<Outcome<RuleDocument>> Adoptable(string text)
    {
        var parse = RuleDocument.Parse(text, "rule");
        if (parse.Document is not { } rule)
        {
            return Outcome<RuleDocument>.Refused(
                [.. parse.Errors.Take(20).Select(e => new Refusal(AdoptRuleRefusal.NotARule, e.ToString()))]);
        }

        if (rule.Examples.SelectMany(e => e.Run()).FirstOrDefault() is { } error)
            return new Refusal(AdoptRuleRefusal.ExampleFails, error.ToString());
        if (rule.Currency != acting.Profile.Currency)
            return new Refusal(AdoptRuleRefusal.OtherCurrency, rule.Currency, acting.Profile.Currency);
        return await Entries.AnyAsync(r => r.Hash == rule.Hash)
            ? new Refusal(AdoptRuleRefusal.InTheBook, rule.Title) : rule;
    }

    /// <summary>The resolution that adopted a rule; null when there is no such rule.</summary>
    internal Task<string?> AdoptedUnder(string hash) =>
        Entries.Where(r => r.Hash == hash).Select(r => r.AdoptedUnder).FirstOrDefaultAsync();

    /// <summary>The rule documents shipped with the program, by file name.</summary>
    internal static IEnumerable<string> Shipped()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "rules");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
                .Where(path => Path.GetFileName(path) != "README.md").Order(StringComparer.Ordinal)
            : [];
    }
}
