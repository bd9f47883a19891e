namespace Commonstead.Core;

/// <summary>
/// Tables to begin from, where a trust has not entered its own yet: what model bylaws of each country have.
/// </summary>
public static class UsualBylaws
{
    private static readonly Threshold _half = new(1, 2, false);
    private static readonly Threshold _threeQuarters = new(3, 4, false);
    private static readonly Threshold _tenth = new(1, 10, false);

    /// <summary>
    /// The classic community land trust of the United States: a board in thirds, two years staggered, and for what
    /// cannot be undone two thirds of the entire board and of the members present. Notice, and the members' quorum of a
    /// tenth, are those of the Revised Model Nonprofit Corporation Act 1987, sections 7.05, 7.22, 8.22 and 8.24.
    /// </summary>
    public static BylawTable UnitedStates { get; } = new()
    {
        ProxiesEach = 1,
        Board = Thirds(termYears: 2),
        Acts =
        [
            Act(ActCodes.Ordinary, "Ordinary resolution", Members(Threshold.Majority, 10)),
            Act(ActCodes.BoardBusiness, "Business of the board", Board(Threshold.Majority, VoteBase.Present, 2)),
            Act(ActCodes.Election, "Election to the board", Members(Threshold.Majority, 10)),
            Both(ActCodes.BylawChange, "Change of the bylaws"),
            Both(ActCodes.RuleAdoption, "Adoption of a resale rule"),
            Both(ActCodes.LandDisposal, "Disposal of land") with { Consents = ["The leaseholders on the land"] },
            Act(ActCodes.Borrowing, "Borrowing above the limit", Board(Threshold.TwoThirds, VoteBase.Entire, 2))
                with { Above = 100_000 },
            Both(ActCodes.Dissolution, "Dissolution"),
        ],
    };

    /// <summary>
    /// A community benefit society of Great Britain: 14 clear days of notice, three quarters for special resolutions,
    /// rule changes registered by the Financial Conduct Authority; conversion and dissolution as the Co-operative and
    /// Community Benefit Societies Act 2014 has them in sections 113 and 119.
    /// </summary>
    public static BylawTable GreatBritain { get; } = new()
    {
        ClearDays = true,
        ProxiesEach = 3,
        Board = Thirds(termYears: 3) with { MostTerms = 3 },
        Acts =
        [
            Act(ActCodes.Ordinary, "Ordinary resolution", Members(Threshold.Majority, 14)),
            Act(ActCodes.BoardBusiness, "Business of the board", Board(Threshold.Majority, VoteBase.Cast, 7)),
            Act(ActCodes.Election, "Election to the board", Members(Threshold.Majority, 14)),
            Act(ActCodes.BylawChange, "Change of the rules", Members(_threeQuarters, 14))
                with { Consents = ["Registration by the Financial Conduct Authority"] },
            Act(
                ActCodes.RuleAdoption, "Adoption of a resale rule",
                Board(Threshold.TwoThirds, VoteBase.Entire, 7), Members(Threshold.TwoThirds, 14)),
            Act(ActCodes.LandDisposal, "Disposal of land", Members(_threeQuarters, 14)),
            Act(ActCodes.Borrowing, "Borrowing above the limit", Members(Threshold.Majority, 14))
                with { Above = 100_000 },
            Act("conversion", "Conversion into a company", Members(_threeQuarters, 14) with { Turnout = _half })
                with { Confirmation = new Confirmation(Threshold.Majority, 14, 31) },
            Act(
                ActCodes.Dissolution, "Dissolution, by an instrument that members sign",
                Members(_threeQuarters, 14) with { Of = VoteBase.Entire, Quorum = default }),
        ],
    };

    private static BoardShape Thirds(int termYears) => new()
    {
        TermYears = termYears,
        Seats =
        [
            new BoardSeats("leaseholder", 3, SeatFilling.ElectedByClass),
            new BoardSeats("general", 3, SeatFilling.ElectedByClass),
            new BoardSeats("public", 3, SeatFilling.AppointedByBoard),
        ],
    };

    private static ActRule Both(string code, string name) => Act(
        code, name, Board(Threshold.TwoThirds, VoteBase.Entire, 2),
        Members(Threshold.TwoThirds, 10) with { Of = VoteBase.Present });

    private static ActRule Act(string code, string name, params BodyRule[] bodies) =>
        new() { Code = code, Name = name, Bodies = bodies };

    private static BodyRule Members(Threshold share, int noticeDays) => new()
    {
        Body = BodyCodes.Members,
        Share = share,
        NoticeDays = noticeDays,
        Quorum = new Quorum(3, _tenth, false),
    };

    private static BodyRule Board(Threshold share, VoteBase of, int noticeDays) => new()
    {
        Body = BodyCodes.Board,
        Share = share,
        Of = of,
        NoticeDays = noticeDays,
        Quorum = new Quorum(0, Threshold.Majority, true),
    };
}
