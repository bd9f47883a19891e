using Commonstead.Core;

namespace Commonstead.Platform.Trusts;

/// <summary>The holidays by which a trust's business days are counted.</summary>
public static class TrustHolidays
{
    /// <summary>The country's holidays around a day: far enough for any deadline of a few years.</summary>
    public static HolidayTable HolidaysAround(this Country country, DateOnly day) => country == Country.GreatBritain
        ? EnglandAndWalesHolidays.Table(day.Year - 1, day.Year + 3)
        : UsFederalHolidays.Table(day.Year - 1, day.Year + 3);
}
