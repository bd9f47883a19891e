using FsCheck;
using FsCheck.Fluent;

namespace Commonstead.Core.Tests;

public class HolidayTableTests
{
    // U.S. Office of Personnel Management, federal holidays: days observed in 2021 and 2026.
    [Theory]
    [InlineData(2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData(2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    // Before Public Law 117-17.
    [InlineData(2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25")]
    // Before the first birthday of Martin Luther King, Jr. was observed.
    [InlineData(1985, "01-01 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25")]
    public void UsFederal_GivesTheDaysObserved(int year, string expected) =>
        Assert.Equal(expected, Days(UsFederalHolidays.Table(year, year)));

    // GOV.UK, bank holidays in England and Wales, and the London Gazette for years past.
    [Theory]
    [InlineData(1995, "01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(1999, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31")]
    [InlineData(2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26")]
    [InlineData(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    public void EnglandAndWales_GivesTheDaysObserved(int year, string expected) =>
        Assert.Equal(expected, Days(EnglandAndWalesHolidays.Table(year, year)));

    // Meeus, Astronomical Algorithms, chapter 8, with the earliest and the latest date there is.
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1991-03-31")]
    [InlineData("1992-04-19")]
    [InlineData("1993-04-11")]
    [InlineData("2000-04-23")]
    [InlineData("2038-04-25")]
    public void EasterSunday_FollowsTheChurchsMoon(string expected) =>
        Assert.Equal(DateOnly.Parse(expected), DayRules.EasterSunday(int.Parse(expected[..4])));

    [Fact]
    public void Tables_NameTheirDays()
    {
        Assert.Equal("Independence Day", UsFederalHolidays.Table(2026, 2026).NameOf(new DateOnly(2026, 7, 3)));
        var table = EnglandAndWalesHolidays.Table(2021, 2022);
        Assert.Equal("Boxing Day (substitute day)", table.NameOf(new DateOnly(2021, 12, 28)));
        Assert.Equal("Christmas Day (substitute day)", table.NameOf(new DateOnly(2022, 12, 27)));
        Assert.Null(table.NameOf(new DateOnly(2022, 12, 28)));
    }

    [Fact]
    public void Tables_RefuseYearsTheirRulesDoNotHoldFor()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => UsFederalHolidays.Table(1977, 2000));
        Assert.Throws<ArgumentOutOfRangeException>(() => UsFederalHolidays.Table(2000, 2200));
        Assert.Throws<ArgumentOutOfRangeException>(() => EnglandAndWalesHolidays.Table(2001, 2000));
    }

    [Fact]
    public void ATrust_AddsAndRemovesDaysAndChangesItsWeekend()
    {
        var table = UsFederalHolidays.Table(2026, 2026)
            .With(new DateOnly(2026, 11, 27), "Day after Thanksgiving")
            .Without(new DateOnly(2026, 10, 12))
            .WithWeekend(DayOfWeek.Sunday);
        Assert.False(table.IsBusinessDay(new DateOnly(2026, 11, 27)));
        Assert.True(table.IsBusinessDay(new DateOnly(2026, 10, 12)));
        Assert.True(table.IsBusinessDay(new DateOnly(2026, 10, 10)));
        Assert.Equal([DayOfWeek.Sunday], table.Weekend);
    }

    [Fact]
    public void With_GivesADayItsNewName()
    {
        var table = UsFederalHolidays.Table(2026, 2026).With(new DateOnly(2026, 10, 12), "Indigenous Peoples' Day");
        Assert.Equal("Indigenous Peoples' Day", table.NameOf(new DateOnly(2026, 10, 12)));
    }

    [Fact]
    public void Of_RefusesAHolidayOutsideItsDaysAndAWeekOfWeekends()
    {
        var (first, last) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        Assert.Throws<OutsideHolidayTableException>(() => HolidayTable.Of(first, last, [new(last.AddDays(1), "Late")]));
        Assert.Throws<ArgumentException>(() => HolidayTable.Of(first, last, [], Enum.GetValues<DayOfWeek>()));
        Assert.Throws<ArgumentException>(() => HolidayTable.Of(last, first, []));
    }

    [Fact]
    public void BusinessDays_AreRefusedWhereTheTableEnds()
    {
        var table = UsFederalHolidays.Table(2026, 2026);
        Assert.Throws<OutsideHolidayTableException>(() => table.IsBusinessDay(new DateOnly(2025, 12, 31)));
        Assert.Throws<OutsideHolidayTableException>(() => table.OnOrBefore(new DateOnly(2026, 1, 1)));
        Assert.Throws<OutsideHolidayTableException>(
            () => HolidayTable.WeekendsOnly.AddBusinessDays(DateOnly.MaxValue, 1));
    }

    [Fact]
    public void BusinessDaysBetween_TakesBackWhatWasAdded() =>
        Prop.ForAll(Gen.Choose(0, 700).ToArbitrary(), Gen.Choose(-300, 300).ToArbitrary(), (start, count) =>
        {
            var table = EnglandAndWalesHolidays.Table(2018, 2030);
            var date = table.OnOrAfter(new DateOnly(2021, 1, 1).AddDays(start));
            return table.BusinessDaysBetween(date, table.AddBusinessDays(date, count)) == count;
        }).QuickCheckThrowOnFailure();

    private static string Days(HolidayTable table) =>
        string.Join(' ', table.Holidays.Select(holiday => holiday.Date.ToString("MM-dd")));
}
