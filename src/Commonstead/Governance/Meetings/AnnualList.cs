using Commonstead.Platform.Trusts;

namespace Commonstead.Governance;

/// <summary>What an annual general meeting usually has before it, and what follows it, by country.</summary>
internal static class AnnualList
{
    // A society's yearly return goes to the Financial Conduct Authority within seven months of the year's end, with
    // the accounts (Co-operative and Community Benefit Societies Act 2014, s 89).
    private static readonly (string Title, string Note)[] _greatBritain =
    [
        ("Minutes of the last annual general meeting", "Approved by this meeting."),
        ("Accounts of the year", "Laid before the members with the auditor’s or reporting accountant’s report."),
        ("Audit, or the resolution that there be none", "Members may disapply the full audit where the law allows it."),
        ("Election to the board", "The seats whose terms end; none that the board appoints."),
        ("Interest on shares", "At most what the rules allow."),
        ("Annual return to the Financial Conduct Authority", "Within seven months of the end of the year."),
    ];

    // A public charity files Form 990 by the fifteenth day of the fifth month after its year (26 CFR 1.6033-2(e)).
    private static readonly (string Title, string Note)[] _unitedStates =
    [
        ("Minutes of the last annual meeting", "Approved by this meeting."),
        ("Report of the board", "What the trust did with its land and homes in the year."),
        ("Financial report of the year", "With the independent accountant’s report where one is required."),
        ("Election to the board", "The seats whose terms end; none that the board appoints."),
        ("Conflicts of interest", "Directors renew their statements."),
        ("Form 990 and the state’s annual report", "The 15th day of the fifth month after the year’s end, and as "
            + "the state says."),
    ];

    /// <summary>The list of a country, each with what to mind.</summary>
    public static IReadOnlyList<(string Title, string Note)> Of(Country country) =>
        country == Country.GreatBritain ? _greatBritain : _unitedStates;
}
