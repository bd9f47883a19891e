namespace Commonstead.Core;

/// <summary>A part of an expression as it was written, before its names and types are known.</summary>
internal abstract record RuleSyntax(RuleToken First, int End, int Depth)
{
    public SourcePosition At => First.At;

    public int Start => First.Start;
}

/// <summary>A number, rate, date, quoted text, yes or no.</summary>
internal sealed record LiteralSyntax(RuleToken Token) : RuleSyntax(Token, Token.End, 1);

/// <summary>A name that was defined above.</summary>
internal sealed record NameSyntax(RuleToken Name) : RuleSyntax(Name, Name.End, 1);

/// <summary>A field of a fold's item: <c>y.start</c>.</summary>
internal sealed record FieldSyntax(RuleToken Item, RuleToken Field) : RuleSyntax(Item, Field.End, 1);

/// <summary><c>-x</c> or <c>not x</c>.</summary>
internal sealed record UnarySyntax(RuleToken Sign, RuleSyntax Operand)
    : RuleSyntax(Sign, Operand.End, Operand.Depth + 1);

/// <summary>Two operands with a sign or a word between them.</summary>
internal sealed record BinarySyntax(RuleToken Sign, RuleSyntax Left, RuleSyntax Right)
    : RuleSyntax(Left.First, Right.End, Math.Max(Left.Depth, Right.Depth) + 1);

/// <summary><c>if c then a else b</c>.</summary>
internal sealed record IfSyntax(RuleToken If, RuleSyntax Condition, RuleSyntax Then, RuleSyntax Else)
    : RuleSyntax(If, Else.End, Math.Max(Condition.Depth, Math.Max(Then.Depth, Else.Depth)) + 1);

/// <summary>A function with its values.</summary>
internal sealed record CallSyntax(RuleToken Name, IReadOnlyList<RuleSyntax> Arguments, int CloseEnd)
    : RuleSyntax(Name, CloseEnd, 1 + (Arguments.Count == 0 ? 0 : Arguments.Max(a => a.Depth)));

/// <summary><c>round(x, down to 1)</c>; without a unit the result is a whole number.</summary>
internal sealed record RoundSyntax(RuleToken Round, RuleSyntax Operand, RuleToken Mode, RuleToken? Unit, int CloseEnd)
    : RuleSyntax(Round, CloseEnd, Operand.Depth + 1);

/// <summary><c>series [of area] [on date]</c>; only <c>change</c> takes one without a date.</summary>
internal sealed record SeriesSyntax(RuleToken Series, RuleSyntax? Area, RuleSyntax? Date, int CloseEnd)
    : RuleSyntax(Series, CloseEnd, 1 + Math.Max(Area?.Depth ?? 0, Date?.Depth ?? 0));

/// <summary>What a fold goes over: a list, or the whole years or months between two dates.</summary>
internal sealed record DomainSyntax(RuleToken Name, RuleSyntax? From, RuleSyntax? To)
{
    public int Depth => 1 + Math.Max(From?.Depth ?? 0, To?.Depth ?? 0);
}

/// <summary><c>sum v in domain where c: body</c>, and <c>carry x = start over v in domain where c: body</c>.</summary>
internal sealed record FoldSyntax(
    RuleToken Fold, RuleToken? Carried, RuleSyntax? Initial, RuleToken Item, DomainSyntax Domain, RuleSyntax? Where,
    RuleSyntax Body)
    : RuleSyntax(Fold, Body.End, 1 + Math.Max(
        Math.Max(Body.Depth, Domain.Depth), Math.Max(Initial?.Depth ?? 0, Where?.Depth ?? 0)));

/// <summary>A statement of a rule.</summary>
internal abstract record StatementSyntax(RuleToken First);

/// <summary><c>language 1</c>.</summary>
internal sealed record LanguageSyntax(RuleToken First, RuleToken Version) : StatementSyntax(First);

/// <summary><c>currency USD</c>.</summary>
internal sealed record CurrencySyntax(RuleToken First, RuleToken Code) : StatementSyntax(First);

/// <summary><c>given name type [at sale] [= default] ["label"]</c>.</summary>
internal sealed record GivenSyntax(
    RuleToken First, RuleToken Name, RuleType Type, bool AtSale, RuleValue? Default, string Label)
    : StatementSyntax(First);

/// <summary><c>series name [of area] type [as "id"] "source"</c>.</summary>
internal sealed record SeriesStatementSyntax(
    RuleToken First, RuleToken Name, bool ByArea, RuleType Type, string? Id, string Source) : StatementSyntax(First);

/// <summary><c>table name by key: 1 => a; 2.. => b</c>.</summary>
internal sealed record TableSyntax(
    RuleToken First, RuleToken Name, string Label, RuleSyntax Key, IReadOnlyList<TableRowSyntax> Rows, int End)
    : StatementSyntax(First);

/// <summary>One row of a table: its keys and its value.</summary>
internal sealed record TableRowSyntax(RuleToken First, TableKeySyntax Key, RuleSyntax Value);

/// <summary>The keys a row answers: one value, or a range that may be open at one end.</summary>
/// <param name="From">The first value; null when the range is open below.</param>
/// <param name="To">The last value; null when the range is open above; the same as <paramref name="From"/> for one
/// value.</param>
/// <param name="ExcludesTo">Whether the range stops short of <paramref name="To"/>.</param>
internal sealed record TableKeySyntax(RuleToken? From, RuleToken? To, bool ExcludesTo)
{
    public bool IsOneValue => From is not null && From == To;
}

/// <summary><c>require condition else "why"</c>.</summary>
internal sealed record RequireSyntax(RuleToken First, RuleSyntax Condition, string Reason) : StatementSyntax(First);

/// <summary><c>name ["label"] = expression</c>.</summary>
internal sealed record StepSyntax(RuleToken Name, string Label, RuleSyntax Expression) : StatementSyntax(Name);

/// <summary>
/// A statement that could not be read, with the name it would have defined, so that uses of it are not errors too.
/// </summary>
internal sealed record UnreadSyntax(RuleToken First, string? Name) : StatementSyntax(First);
