using FsCheck;
using FsCheck.Fluent;

namespace Commonstead.Core.Tests;

public class DeadlineTests
{
    private static readonly HolidayTable _us = UsFederalHolidays.Table(2024, 2030);

    [Theory]
    [InlineData("45 calendar days", "2026-01-15", "2026-03-01")]
    [InlineData("10 calendar days", "2026-03-01", "2026-03-11")]
    [InlineData("0 calendar days", "2026-03-01", "2026-03-01")]
    [InlineData("30 calendar days", "2026-06-04", "2026-07-04")]
    [InlineData("30 calendar days, roll next", "2026-06-04", "2026-07-06")]
    [InlineData("30 calendar days, roll previous", "2026-06-04", "2026-07-02")]
    [InlineData("15 calendar days before", "2026-07-19", "2026-07-04")]
    [InlineData("15 calendar days before, roll previous", "2026-07-19", "2026-07-02")]
    [InlineData("10 business days", "2026-06-11", "2026-06-26")]
    [InlineData("1 business day", "2026-07-02", "2026-07-06")]
    [InlineData("1 business day before", "2026-07-06", "2026-07-02")]
    [InlineData("0 business days", "2026-07-04", "2026-07-04")]
    [InlineData("0 business days, roll next", "2026-07-04", "2026-07-06")]
    [InlineData("2 weeks", "2026-12-18", "2027-01-01")]
    [InlineData("2 weeks, roll next", "2026-12-18", "2027-01-04")]
    [InlineData("6 months", "2026-08-31", "2027-02-28")]
    [InlineData("1 year", "2028-02-29", "2029-02-28")]
    [InlineData("1 year, roll next", "2026-05-30", "2027-06-01")]
    public void LastDay_CountsFromTheDayAfterTheEvent(string deadline, string eventDay, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), DeadlineText.Parse(deadline).LastDay(DateOnly.Parse(eventDay), _us));

    [Fact]
    public void Reckon_SaysWhereTheCountEndedBeforeItWasRolled()
    {
        var working = DeadlineText.Parse("30 calendar days, roll next").Reckon(new DateOnly(2026, 6, 4), _us);
        Assert.Equal(new DateOnly(2026, 7, 4), working.CountedTo);
        Assert.Equal(new DateOnly(2026, 7, 6), working.LastDay);
        Assert.True(working.WasRolled);
    }

    [Fact]
    public void LastDay_NeedsNoHolidayForPlainCalendarDays() =>
        Assert.Equal(
            new DateOnly(2125, 3, 1), DeadlineText.Parse("99 years").LastDay(new DateOnly(2026, 3, 1), _us));

    [Fact]
    public void LastDay_RefusesBusinessDaysThatTheTableDoesNotCover()
    {
        var refusal = Assert.Throws<OutsideHolidayTableException>(
            () => DeadlineText.Parse("10 business days").LastDay(new DateOnly(2030, 12, 27), _us));
        Assert.Equal(new DateOnly(2031, 1, 1), refusal.Date);
        Assert.Equal(new DateOnly(2030, 12, 31), refusal.LastDay);
    }

    [Theory]
    [InlineData(-1, DeadlineUnit.CalendarDays)]
    [InlineData(36_601, DeadlineUnit.BusinessDays)]
    [InlineData(5_301, DeadlineUnit.Weeks)]
    [InlineData(1_201, DeadlineUnit.Months)]
    [InlineData(101, DeadlineUnit.Years)]
    public void Constructor_RefusesNegativeCountsAndMoreThan100Years(int count, DeadlineUnit unit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deadline(count, unit));

    [Theory]
    [InlineData("45 calendar days")]
    [InlineData("1 calendar day")]
    [InlineData("10 business days, roll next")]
    [InlineData("15 calendar days before, roll previous")]
    [InlineData("1 month")]
    [InlineData("0 years")]
    public void Text_IsReadAndWrittenAlike(string text) => Assert.Equal(text, DeadlineText.Parse(text).ToString());

    [Theory]
    [InlineData(" 10  business   days ,  roll  next ", "10 business days, roll next")]
    [InlineData("1 calendar days", "1 calendar day")]
    public void Text_IsReadWithAnySpacesAndEitherNumber(string text, string expected) =>
        Assert.Equal(expected, DeadlineText.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("45")]
    [InlineData("45 days")]
    [InlineData("-1 calendar days")]
    [InlineData("1.5 months")]
    [InlineData("45 calendar days, roll")]
    [InlineData("45 calendar days, roll none")]
    [InlineData("45 calendar days, roll next, roll next")]
    [InlineData("45 calendar days roll next")]
    [InlineData("before")]
    [InlineData("1 before")]
    [InlineData("101 years")]
    [InlineData("99999999999 calendar days")]
    public void Text_RefusesAnythingElse(string? text) => Assert.False(DeadlineText.TryParse(text, out _));

    [Fact]
    public void Parse_NamesWhatItCouldNotRead() =>
        Assert.Contains("“soon”", Assert.Throws<FormatException>(() => DeadlineText.Parse("soon")).Message);

    [Fact]
    public void Text_RoundTripsForEveryDeadline() =>
        Prop.ForAll(Deadlines, deadline => DeadlineText.Parse(deadline.ToString()) == deadline)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void LastDay_NeverFallsAsTheEventMovesOn() =>
        Prop.ForAll(Deadlines, DaysUpTo(500), DaysUpTo(40), (deadline, start, more) =>
        {
            var table = HolidayTable.WeekendsOnly.With(new DateOnly(2026, 3, 4), "Founding day");
            var first = new DateOnly(2026, 1, 1).AddDays(start);
            return deadline.LastDay(first, table) <= deadline.LastDay(first.AddDays(more), table);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void LastDay_IsABusinessDayWheneverItRolls() =>
        Prop.ForAll(Deadlines, DaysUpTo(500), (deadline, start) =>
            deadline.Roll == DeadlineRoll.None || HolidayTable.WeekendsOnly.IsBusinessDay(
                deadline.LastDay(new DateOnly(2026, 1, 1).AddDays(start), HolidayTable.WeekendsOnly)))
            .QuickCheckThrowOnFailure();

    private static Arbitrary<int> DaysUpTo(int most) => Gen.Choose(0, most).ToArbitrary();

    private static Arbitrary<Deadline> Deadlines { get; } = (
        from unit in Gen.Elements(Enum.GetValues<DeadlineUnit>())
        from count in Gen.Choose(0, unit == DeadlineUnit.Years ? 100 : 400)
        from roll in Gen.Elements(Enum.GetValues<DeadlineRoll>())
        from isBefore in Gen.Elements(false, true)
        select new Deadline(count, unit, roll, isBefore)).ToArbitrary();
}
