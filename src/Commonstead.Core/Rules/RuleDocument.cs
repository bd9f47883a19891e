using System.Security.Cryptography;
using System.Text;

namespace Commonstead.Core;

/// <summary>
/// A resale rule: one Markdown document with the clause in words, fenced <c>rule</c> blocks that define it, and fenced
/// <c>example</c> blocks that test it. Checked once when parsed, it is evaluated any number of times, from any thread.
/// </summary>
public sealed class RuleDocument
{
    /// <summary>The longest document that is read, in UTF-16 units.</summary>
    public const int MaximumLength = 262_144;

    private const int MostErrors = 50;

    private RuleDocument(string fileName, string text, string title, RuleProgram program, RuleChecker checker)
    {
        FileName = fileName;
        Text = text;
        Title = title;
        Program = program;
        Series = checker.Series;
        Steps = checker.Steps;
        Requirements = checker.Requirements;
        Hash = HashOf(text);
    }

    /// <summary>The name errors are reported under.</summary>
    public string FileName { get; }

    /// <summary>The whole text in its canonical form: LF line ends, no byte-order mark.</summary>
    public string Text { get; }

    /// <summary>The identity of the rule: lower-case hexadecimal SHA-256 of the canonical text in UTF-8.</summary>
    public string Hash { get; }

    /// <summary>The document's first level-one heading.</summary>
    public string Title { get; }

    /// <summary>The version of the rule language the document is written in.</summary>
    public int LanguageVersion => 1;

    /// <summary>The currency of every amount in the rule.</summary>
    public Currency Currency => Program.Currency;

    /// <summary>The facts the rule asks for, in the order written.</summary>
    public IReadOnlyList<RuleGiven> Givens => Program.Givens;

    /// <summary>The published series the rule looks up, in the order written.</summary>
    public IReadOnlyList<RuleSeries> Series { get; }

    /// <summary>The steps of the rule, in the order written; the last is <c>maximum_price</c>.</summary>
    public IReadOnlyList<RuleStepDefinition> Steps { get; }

    /// <summary>What must hold for it to name a price, in the order written.</summary>
    public IReadOnlyList<RuleRequirement> Requirements { get; }

    /// <summary>The examples of the document.</summary>
    public IReadOnlyList<RuleExample> Examples { get; private set; } = [];

    internal RuleProgram Program { get; }

    /// <summary>Reads and checks a document.</summary>
    /// <param name="text">The Markdown text; line ends of any kind, with or without a byte-order mark.</param>
    /// <param name="fileName">The name errors are reported under.</param>
    public static RuleParse Parse(string text, string fileName)
    {
        var faults = new List<RuleFault>();
        var canonical = Canonical(text);
        var document = TextFault(canonical) is { } fault ? Refuse(fault, faults) : Parse(canonical, fileName, faults);
        var errors = faults
            .OrderBy(found => found.At.Line).ThenBy(found => found.At.Column)
            .Take(MostErrors).Select(found => found.ToError(fileName)).ToList();
        return new RuleParse(errors.Count == 0 ? document : null, errors);
    }

    /// <summary>
    /// Computes the maximum price with its working, or says exactly what stopped it. Never throws for what a person
    /// wrote.
    /// </summary>
    public RuleOutcome Evaluate(RuleInputs inputs) => Program.Run(this, inputs);

    /// <summary>
    /// The text with LF line ends and without a byte-order mark, which is what the hash is taken of.
    /// </summary>
    public static string Canonical(string text)
    {
        var bare = text.StartsWith('\uFEFF') ? text[1..] : text;
        return bare.Contains('\r', StringComparison.Ordinal)
            ? bare.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : bare;
    }

    /// <summary>The identity of a text, sound or not: lower-case hexadecimal SHA-256 of its canonical form.</summary>
    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(text))));

    private static RuleDocument? Parse(string text, string fileName, List<RuleFault> faults)
    {
        var found = RuleBlocks.Find(text, faults.Add);
        if (found.Title is not { Length: > 0 })
            faults.Add(new RuleFault(RuleErrorCode.MissingTitle, Start,
                "the document has no title; expected a line “# …”"));
        var blocks = found.Blocks.Where(block => string.Equals(block.Kind, "rule", StringComparison.Ordinal)).ToList();
        if (blocks.Count == 0)
            return Refuse(new RuleFault(RuleErrorCode.MissingRule, Start,
                "the document has no rule; expected a fenced block “```rule”"), faults);
        var sources = blocks.SelectMany(block => Statements(text, block, faults)).ToList();
        var checker = new RuleChecker(faults.Add);
        var isReadable = faults.Count == 0;
        var program = checker.Check(sources, new SourcePosition(blocks[0].Line, 1));
        if (!isReadable || program is null) return null;
        var document = new RuleDocument(fileName, text, found.Title!, program, checker);
        document.Examples =
        [
            .. found.Blocks.Where(block => string.Equals(block.Kind, "example", StringComparison.Ordinal))
                .Select(block => new RuleExampleParser(document, text, block, faults.Add).Example()),
        ];
        return document;
    }

    private static IEnumerable<RuleSource> Statements(string text, RuleBlock block, List<RuleFault> faults)
    {
        foreach (var tokens in new RuleLexer(text, block, faults.Add).Statements())
            yield return new RuleSource(Statement(tokens, faults), tokens);
    }

    private static StatementSyntax Statement(IReadOnlyList<RuleToken> tokens, List<RuleFault> faults)
    {
        try
        {
            return RuleStatementParser.Parse(tokens);
        }
        catch (RuleFault fault)
        {
            faults.Add(fault);
            var name = tokens[0].Is("given") || tokens[0].Is("series") || tokens[0].Is("table")
                ? tokens[1]
                : tokens[0];
            return new UnreadSyntax(tokens[0], name.Kind == RuleTokenKind.Name ? name.Text : null);
        }
    }

    private static RuleFault? TextFault(string text)
    {
        if (text.Length > MaximumLength)
            return new RuleFault(RuleErrorCode.DocumentTooLarge, Start,
                $"the document has more than {MaximumLength} characters");
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return new RuleFault(RuleErrorCode.InvalidText, new SourcePosition(line, i - lineStart + 1),
                    "this is not valid Unicode text");
            i++;
        }
        return null;
    }

    private static RuleDocument? Refuse(RuleFault fault, List<RuleFault> faults)
    {
        faults.Add(fault);
        return null;
    }

    private static SourcePosition Start => new(1, 1);
}

/// <summary>A document that was read, or everything that is wrong with it.</summary>
/// <param name="Document">The document; null when there are errors.</param>
/// <param name="Errors">What is wrong, in the order of the text.</param>
public sealed record RuleParse(RuleDocument? Document, IReadOnlyList<RuleError> Errors);
