using Commonstead.Platform.Operations;

namespace Commonstead.Lab;

/// <summary>Why a study is not computed.</summary>
public enum StudyRefusal
{
    /// <summary>The hash is of no rule of the book and of no draft as it stands.</summary>
    [Says("A rule of this study is not in the rule book, and no draft that you may read has its text.",
        Field = nameof(LabQuestion.Rules))]
    RuleUnknown,

    /// <summary>A study needs market prices, incomes and mortgage rates.</summary>
    [Says("Name a series for {0}, such as “{1}”.")]
    SeriesMissing,

    /// <summary>A proxy is written in a few ways only.</summary>
    [Says("The proxy “{0}” is not understood. Write “CPI + 0.5 %”, “6.5 %” or “148900 in 2024, CPI + 0.5 %”.")]
    ProxyNotUnderstood,

    /// <summary>A rule is asked about an area.</summary>
    [Says("Name the area, such as us:metro:boston.", Field = nameof(LabQuestion.Area))]
    AreaMissing,

    /// <summary>A figure that nothing can stand in for.</summary>
    [Says("There is no figure of {0} for today. Import the series, or declare a proxy such as “6.5 %” for a rate and "
        + "“100000 in 2024, CPI + 0.5 %” for incomes.")]
    FigureMissing,

    /// <summary>How long owners stay is written in a few ways only.</summary>
    [Says("“{0}” is not understood. Write “8 % a year”, “7 years”, “3 to 12 years”, or the percentages of owners who "
        + "stay 1, 2, … years.", Field = nameof(FuturesQuestion.Stay))]
    StayNotUnderstood,

    /// <summary>A fact that no rule of the study asks for.</summary>
    [Says("No rule of the study asks for “{0}”. Write one fact on a line, such as bedrooms = 3.",
        Field = nameof(LabQuestion.Facts))]
    FactUnknown,

    /// <summary>A fact that differs by purchase and sale.</summary>
    [Says("The lab answers “{0}” itself, for each purchase and sale: leave it out. What the first buyer pays is set "
        + "under “The first buyer pays”.", Field = nameof(LabQuestion.Facts))]
    FactOfEachSale,

    /// <summary>A fact that is not of the type a rule asks for.</summary>
    [Says("{0}: {1}.", Field = nameof(LabQuestion.Facts))]
    FactNotUnderstood,

    /// <summary>Movements come as figures for each of the four, and for each pair.</summary>
    [Says("State the growth and the volatility of all four in percent, such as 4, and the correlation of each pair "
        + "from −1 to 1 (0 for none).", Field = nameof(FuturesQuestion.Growth))]
    MovementsIncomplete,

    /// <summary>A series that says what percent says.</summary>
    [Says("{0} says that the mortgage rate is {1}. Rates are written as fractions, 0.065 for 6.5 %: import the series "
        + "so, or name another.", Field = nameof(LabQuestion.Mortgage))]
    RateNotAFraction,

    /// <summary>Studies are computed one after the other, and the trust has enough of them waiting.</summary>
    [Says("{0} long studies of the trust are being computed or wait for their turn. Wait until one of them is done, or "
        + "stop one on its page; then compute this one.", Kind = RefusalKind.Conflict)]
    TooManyWaiting,

    /// <summary>Somebody stopped it while others waited, or its figures were replaced.</summary>
    [Says("This study was stopped before it was done, by somebody or because its figures changed meanwhile. Compute it "
        + "again.", Kind = RefusalKind.Conflict)]
    Stopped,

    /// <summary>What is missing was there until its publisher took it back.</summary>
    [Says("Release {1} of {0} was withdrawn by its publisher on {2}: {3}. Nothing new is computed from it. Import a "
        + "later release, or declare a proxy.")]
    ReleaseWithdrawn,

    /// <summary>What the lab itself refuses.</summary>
    [Says("{0}")]
    NotComputed,
}
