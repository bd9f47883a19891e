namespace Commonstead.Core;

/// <summary>
/// One thing that is wrong with a rule, or that stopped its evaluation, and where in the document it stands.
/// </summary>
/// <param name="File">The document's file name, as it was given to the parser.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1 in UTF-16 units.</param>
/// <param name="Code">Which refusal this is.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record RuleError(string File, int Line, int Column, RuleErrorCode Code, string Message)
{
    /// <summary>The form editors and people understand: <c>file:line:column: message</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}

/// <summary>Every way a rule document or its evaluation is refused.</summary>
public enum RuleErrorCode
{
    /// <summary>The text is not valid Unicode.</summary>
    InvalidText,

    /// <summary>The document is longer than <see cref="RuleDocument.MaximumLength"/>.</summary>
    DocumentTooLarge,

    /// <summary>The document has no level-one heading.</summary>
    MissingTitle,

    /// <summary>The document has no <c>rule</c> block.</summary>
    MissingRule,

    /// <summary>A fenced block is not closed.</summary>
    UnclosedBlock,

    /// <summary>A <c>rule</c> or <c>example</c> block or a statement is indented where it must not be.</summary>
    MisplacedBlock,

    /// <summary>The rule does not begin by naming its language version.</summary>
    MissingLanguage,

    /// <summary>The rule names a language version this program does not know.</summary>
    UnsupportedLanguage,

    /// <summary>The rule names no currency, or something that is not an ISO 4217 code.</summary>
    MissingCurrency,

    /// <summary>A character that the language does not use.</summary>
    UnexpectedCharacter,

    /// <summary>A quoted text that does not end on its line.</summary>
    UnclosedText,

    /// <summary>A number that is malformed or has more than 28 digits.</summary>
    InvalidNumber,

    /// <summary>A date that does not exist.</summary>
    InvalidDate,

    /// <summary>Something else was expected here.</summary>
    UnexpectedToken,

    /// <summary>Expressions are nested more than 64 deep.</summary>
    TooDeep,

    /// <summary>The rule could take more steps than the cost bound allows.</summary>
    TooCostly,

    /// <summary>More than two folds stand inside one another.</summary>
    FoldTooDeep,

    /// <summary>A word of the language is used as a name.</summary>
    ReservedName,

    /// <summary>A name is defined twice.</summary>
    DuplicateName,

    /// <summary>A name, field, series or option is used that is not defined above.</summary>
    UnknownName,

    /// <summary>A function is called that does not exist.</summary>
    UnknownFunction,

    /// <summary>A function is called with too few or too many values.</summary>
    WrongArgumentCount,

    /// <summary>A value of another type was expected.</summary>
    TypeMismatch,

    /// <summary>A table leaves values out between two of its rows.</summary>
    TableGap,

    /// <summary>Two rows of a table answer the same value.</summary>
    TableOverlap,

    /// <summary>The maximum price is not defined.</summary>
    MissingPrice,

    /// <summary>The maximum price is not rounded.</summary>
    UnroundedPrice,

    /// <summary>
    /// A rounding unit is not positive, or is finer than the currency's smallest coin for the price.
    /// </summary>
    RoundingUnit,

    /// <summary>An example block is not understood.</summary>
    InvalidExample,

    /// <summary>An example's expectation and the rule's answer differ.</summary>
    ExampleFailed,

    /// <summary>A given that has no default was not given.</summary>
    MissingGiven,

    /// <summary>A given that the rule does not ask for was given.</summary>
    UnknownGiven,

    /// <summary>A given is not of the type the rule asks for.</summary>
    WrongType,

    /// <summary>A division by zero.</summary>
    DivisionByZero,

    /// <summary>A value outgrew the 28 digits of the language or the calendar.</summary>
    Overflow,

    /// <summary>No figure of the series applies to the date.</summary>
    MissingFigure,

    /// <summary>Two releases have an equal claim to the date.</summary>
    AmbiguousFigure,

    /// <summary>Figures of one index stand on different bases and no release joins them.</summary>
    MixedBase,

    /// <summary>A <c>require</c> of the rule does not hold.</summary>
    RequirementFailed,

    /// <summary>No row of a table answers the value.</summary>
    OutsideTable,

    /// <summary>The least or greatest of nothing was asked for.</summary>
    EmptyFold,

    /// <summary>A fold would go over more than 1,200 items.</summary>
    TooManyItems,

    /// <summary>A period ends before it begins.</summary>
    InvalidPeriod,

    /// <summary>A function was given a value outside its range.</summary>
    InvalidArgument,

    /// <summary>The maximum price came out below zero.</summary>
    NegativePrice,
}

/// <summary>A place in a rule document, carried by every part of it so that errors can name it.</summary>
internal readonly record struct SourcePosition(int Line, int Column);

/// <summary>
/// The refusal of a statement or an evaluation on its way to the boundary, where it becomes a <see
/// cref="RuleError"/>.
/// </summary>
internal sealed class RuleFault(RuleErrorCode code, SourcePosition at, string message) : Exception(message)
{
    public RuleErrorCode Code { get; } = code;

    public SourcePosition At { get; } = at;

    public RuleError ToError(string file) => new(file, At.Line, At.Column, Code, Message);
}
