namespace Commonstead.Core;

/// <summary>A fenced block of a rule document: where its content stands in the text.</summary>
/// <param name="Kind">The first word of its opening line: <c>rule</c>, <c>example</c>, or anything else.</param>
/// <param name="Label">The quoted text after the word, or empty.</param>
/// <param name="Line">The line of its first content line.</param>
/// <param name="Start">Offset of the content's first character.</param>
/// <param name="End">Offset just past the content.</param>
internal sealed record RuleBlock(string Kind, string Label, int Line, int Start, int End);

/// <summary>Finds the title and the fenced blocks of a rule document, by the fence rules of CommonMark.</summary>
internal sealed class RuleBlocks
{
    private readonly List<RuleBlock> _blocks = [];

    private RuleBlocks()
    {
    }

    /// <summary>The first level-one heading, or null.</summary>
    public string? Title { get; private set; }

    /// <summary>The rule and example blocks in order.</summary>
    public IReadOnlyList<RuleBlock> Blocks => _blocks;

    public static RuleBlocks Find(string text, Action<RuleFault> report)
    {
        var found = new RuleBlocks();
        var fence = default(Fence);
        var line = 1;
        for (var at = 0; at < text.Length; line++)
        {
            var newline = text.IndexOf('\n', at);
            var end = newline < 0 ? text.Length : newline;
            var content = text.AsSpan(at, end - at);
            if (fence.Length == 0)
                fence = found.Open(content, line, end, text.Length, report);
            else if (fence.IsClosedBy(content))
            {
                found.Close(fence, at);
                fence = default;
            }
            at = end + 1;
        }
        if (fence is { Length: > 0, IsOurs: true })
            report(new RuleFault(RuleErrorCode.UnclosedBlock, new SourcePosition(fence.Line, 1),
                $"this {fence.Kind} block is not closed; expected a line of {fence.Length} {fence.Mark} signs"));
        return found;
    }

    private Fence Open(ReadOnlySpan<char> content, int line, int end, int length, Action<RuleFault> report)
    {
        var indent = content.Length - content.TrimStart(' ').Length;
        var rest = content[indent..];
        if (indent == 0 && Title is null && rest.StartsWith("# ")) Title = rest[2..].Trim().ToString();
        if (rest.Length < 3 || rest[0] is not ('`' or '~')) return default;
        var mark = rest[0];
        var run = rest.Length - rest.TrimStart(mark).Length;
        var info = rest[run..].Trim().ToString();
        if (run < 3 || (mark == '`' && info.Contains('`', StringComparison.Ordinal))) return default;
        var space = info.IndexOf(' ', StringComparison.Ordinal);
        var kind = space < 0 ? info : info[..space];
        var fence = new Fence(mark, run, kind, Label(info[kind.Length..].Trim()), line, Math.Min(end + 1, length));
        if (!fence.IsOurs) return indent > 3 ? default : fence;
        if (indent > 0)
            report(new RuleFault(RuleErrorCode.MisplacedBlock, new SourcePosition(line, indent + 1),
                $"a {kind} block begins in the first column of its line"));
        else if (fence.Label is null || (fence.Label.Length > 0 && kind == "rule"))
            report(new RuleFault(RuleErrorCode.MisplacedBlock, new SourcePosition(line, run + kind.Length + 1),
                "after rule nothing is expected, after example a quoted name"));
        return fence;
    }

    private static string? Label(string rest) =>
        rest.Length == 0 ? ""
        : rest.Length >= 2 && rest[0] == '"' && rest[^1] == '"' ? rest[1..^1] : null;

    private void Close(Fence fence, int end)
    {
        if (fence.IsOurs)
            _blocks.Add(new RuleBlock(fence.Kind, fence.Label ?? "", fence.Line + 1, fence.Start, end));
    }

    private readonly record struct Fence(char Mark, int Length, string Kind, string? Label, int Line, int Start)
    {
        public bool IsOurs => Kind is "rule" or "example";

        public bool IsClosedBy(ReadOnlySpan<char> content)
        {
            var trimmed = content.Trim(' ');
            return trimmed.Length >= Length && trimmed.TrimStart(Mark).Length == 0
                && content.Length - content.TrimStart(' ').Length <= 3;
        }
    }
}
