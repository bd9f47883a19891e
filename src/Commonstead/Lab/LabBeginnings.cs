using Commonstead.Platform.Trusts;

namespace Commonstead.Lab;

/// <summary>
/// What a study starts with in a country, of the series that the trust has: so that the page shows something at once,
/// and what to change.
/// </summary>
internal static class LabBeginnings
{
    /// <summary>Fills in the study to begin with.</summary>
    /// <param name="question">The study.</param>
    /// <param name="country">The trust's country.</param>
    /// <param name="known">The codes of the series it has.</param>
    public static void Fill(LabQuestion question, Country country, IReadOnlySet<string> known)
    {
        if (country is Country.UnitedStates) American(question);
        else British(question);
        question.Market = Had(question.Market, known);
        question.Incomes = Had(question.Incomes, known);
        question.Prices = Had(question.Prices, known);
        if (question.Prices is null) question.IncomesProxy = null;
    }

    // An index says how prices moved; what the home was worth in one year makes prices of it.
    private static void American(LabQuestion question)
    {
        question.Market = "us.case-shiller of us:metro:boston";
        (question.HomeValue, question.HomeValueYear) = (400_000, 2024);
        (question.Incomes, question.IncomesProxy) = ("hud.ami of us:county:25013", "CPI + 0.5 %");
        question.Prices = "us.cpi-u";
        (question.Mortgage, question.MortgageProxy) = ("us.mortgage", "6.5 %");
    }

    /// <summary>
    /// A household's income in percent of one person's earnings: two earners, one of them part time, have about half as
    /// much again.
    /// </summary>
    public const decimal OfEarnings = 150;

    private static void British(LabQuestion question)
    {
        question.Market = "uk.nationwide";
        (question.Incomes, question.IncomeFactor) = ("ons.earnings.residence.median of gb:E09000030", OfEarnings);
        (question.Mortgage, question.MortgageProxy) = ("uk.mortgage", "5 %");

        // Earnings are published from 2002 on, and an earnings index reads the year before.
        question.From = 2003;
    }

    private static string? Had(string? series, IReadOnlySet<string> known) =>
        series is not null && known.Contains(series.Split(' ')[0]) ? series : null;
}
