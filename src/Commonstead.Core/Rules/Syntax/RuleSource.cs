using System.Text;

namespace Commonstead.Core;

/// <summary>A statement with the tokens it was read from, so that its parts can be quoted.</summary>
internal sealed record RuleSource(StatementSyntax Statement, IReadOnlyList<RuleToken> Tokens)
{
    /// <summary>The source between two offsets on one line: without comments, runs of blanks as one.</summary>
    public string Quote(int start, int end)
    {
        var text = new StringBuilder();
        var previous = -1;
        foreach (var token in Tokens)
        {
            if (token.Start < start || token.End > end || token.Kind == RuleTokenKind.End) continue;
            if (previous >= 0 && token.Start > previous) text.Append(' ');
            text.Append(token.Kind == RuleTokenKind.Text ? $"\"{token.Text}\"" : token.Text);
            previous = token.End;
        }
        return text.ToString();
    }
}
