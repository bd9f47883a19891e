using FsCheck;
using FsCheck.Fluent;

namespace Commonstead.Core.Tests;

public class CalendarMathTests
{
    [Theory]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2025-01-31", 1, "2025-02-28")]
    [InlineData("2025-01-31", 2, "2025-03-31")]
    [InlineData("2025-03-31", -1, "2025-02-28")]
    [InlineData("2025-12-15", 1, "2026-01-15")]
    [InlineData("2025-12-15", 0, "2025-12-15")]
    public void AddMonths_EndsOnTheMonthsLastDayWhenTheDayIsMissing(string date, int months, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), CalendarMath.AddMonths(DateOnly.Parse(date), months));

    [Theory]
    [InlineData("2024-02-29", 1, "2025-02-28")]
    [InlineData("2024-02-29", 4, "2028-02-29")]
    [InlineData("2024-02-29", -1, "2023-02-28")]
    [InlineData("2023-02-28", 1, "2024-02-28")]
    [InlineData("1999-06-30", 99, "2098-06-30")]
    public void AddYears_Takes29FebruaryToTheMonthsLastDay(string date, int years, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), CalendarMath.AddYears(DateOnly.Parse(date), years));

    [Theory]
    [InlineData("2025-01-31", "2025-02-27", 0)]
    [InlineData("2025-01-31", "2025-02-28", 1)]
    [InlineData("2025-01-31", "2025-03-30", 1)]
    [InlineData("2025-01-31", "2025-03-31", 2)]
    [InlineData("2025-05-15", "2025-05-15", 0)]
    [InlineData("2025-05-15", "2026-05-14", 11)]
    [InlineData("2025-05-15", "2025-03-16", -1)]
    [InlineData("2025-05-15", "2025-03-15", -2)]
    public void WholeMonths_CountsWhatCanBeAdded(string from, string to, int expected) =>
        Assert.Equal(expected, CalendarMath.WholeMonths(DateOnly.Parse(from), DateOnly.Parse(to)));

    [Theory]
    [InlineData("2016-06-15", "2026-06-14", 9)]
    [InlineData("2016-06-15", "2026-06-15", 10)]
    [InlineData("2024-02-29", "2025-02-27", 0)]
    [InlineData("2024-02-29", "2025-02-28", 1)]
    [InlineData("2024-02-29", "2028-02-28", 3)]
    [InlineData("2024-02-29", "2028-02-29", 4)]
    [InlineData("2026-06-15", "2016-06-16", -9)]
    public void WholeYears_CountsWhatCanBeAdded(string from, string to, int expected) =>
        Assert.Equal(expected, CalendarMath.WholeYears(DateOnly.Parse(from), DateOnly.Parse(to)));

    [Fact]
    public void AddMonths_RefusesAYearAfter9999() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarMath.AddMonths(DateOnly.MaxValue, 1));

    [Fact]
    public void Counting_NeverPassesTheLaterDateAndNeverFallsShortOfAWholeMore() =>
        Prop.ForAll(Dates, Dates, (a, b) =>
        {
            var (from, to) = a <= b ? (a, b) : (b, a);
            var months = CalendarMath.WholeMonths(from, to);
            var years = CalendarMath.WholeYears(from, to);
            return CalendarMath.AddMonths(from, months) <= to
                && CalendarMath.AddMonths(from, months + 1) > to
                && CalendarMath.AddYears(from, years) <= to
                && CalendarMath.AddYears(from, years + 1) > to;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_GivesBackWhatWasAdded() =>
        Prop.ForAll(Dates, Gen.Choose(0, 1200).ToArbitrary(), (date, count) =>
            CalendarMath.WholeMonths(date, CalendarMath.AddMonths(date, count)) == count
            && CalendarMath.WholeYears(date, CalendarMath.AddYears(date, count)) == count)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void AddYears_IsTwelveTimesAsManyMonths() =>
        Prop.ForAll(Dates, Gen.Choose(-99, 99).ToArbitrary(), (date, count) =>
            CalendarMath.AddYears(date, count) == CalendarMath.AddMonths(date, 12 * count))
            .QuickCheckThrowOnFailure();

    /// <summary>Days from 1900 to 2150.</summary>
    private static Arbitrary<DateOnly> Dates { get; } =
        Gen.Choose(693_595, 784_907).Select(DateOnly.FromDayNumber).ToArbitrary();
}
