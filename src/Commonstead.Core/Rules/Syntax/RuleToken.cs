namespace Commonstead.Core;

/// <summary>The smallest parts of a rule's text.</summary>
internal enum RuleTokenKind
{
    Name,
    Number,
    Rate,
    Date,
    Text,
    Symbol,
    End,
}

/// <summary>One word, number, date, quoted text or sign of a rule, with where it stands in the document.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; without its quotes for a text.</param>
/// <param name="Number">The value of a number or rate.</param>
/// <param name="Date">The value of a date.</param>
/// <param name="At">Line and column.</param>
/// <param name="Start">Offset of its first character in the document's text.</param>
/// <param name="End">Offset just past its last character.</param>
internal readonly record struct RuleToken(
    RuleTokenKind Kind, string Text, decimal Number, DateOnly Date, SourcePosition At, int Start, int End)
{
    public bool Is(string symbolOrWord) =>
        Kind is RuleTokenKind.Symbol or RuleTokenKind.Name
        && string.Equals(Text, symbolOrWord, StringComparison.Ordinal);

    /// <summary>The token as an error message shows it.</summary>
    public string Shown => Kind switch
    {
        RuleTokenKind.End => "the end of the statement",
        RuleTokenKind.Text => $"the text \"{Text}\"",
        _ => $"“{Text}”",
    };
}
