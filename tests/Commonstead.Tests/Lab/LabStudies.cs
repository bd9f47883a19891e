using System.Globalization;
using Commonstead.Lab;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Series;

namespace Commonstead.Tests.Lab;

/// <summary>What tests of the lab compute with.</summary>
internal static class LabStudies
{
    /// <summary>The place of a study, as an address has it.</summary>
    public const string Place = "Ask.Market=lab.prices&Ask.Incomes=lab.incomes&Ask.Area=us:county:25013"
        + "&Ask.Mortgage=lab.rate&Ask.MortgageProxy=6.5 %25";

    /// <summary>A place whose income is of this year, as an address has it.</summary>
    public const string Now = "Ask.Market=lab.prices&Ask.Incomes=lab.now&Ask.Area=us:county:25013"
        + "&Ask.Mortgage=lab.rate&Ask.MortgageProxy=6.5 %25";

    /// <summary>A rule, and five years in which prices rise by 30,000 and incomes by 2,000 each.</summary>
    /// <returns>The rule's hash.</returns>
    public static async Task<string> LabIsReady(this TrustHost host)
    {
        var rule = await host.TestRule();
        var years = Enumerable.Range(0, 5);
        await host.Import(SeriesIntent.Csv(
        [
            "series,period,value,unit",
            .. years.Select(y => Line("lab.prices", y, 140_000 + (30_000 * y))),
            .. years.Select(y => Line("lab.incomes", y, 50_000 + (2_000 * y))),
            Line("lab.now", host.Trust.Today.Year - 2000, 90_000),
        ]));
        return rule;
    }

    /// <summary>A backtest of the rule, published.</summary>
    public static async Task<PublishedStudyId> PublishedStudy(this TrustHost host)
    {
        var question = new LabQuestion
        {
            Rules = [await host.LabIsReady()],
            Market = "lab.prices",
            Incomes = "lab.incomes",
            Area = "us:county:25013",
            Mortgage = "lab.rate",
            MortgageProxy = "6.5 %",
        };
        var study = await host.Asks((LabBench bench) => bench.Replay(question, CancellationToken.None));
        return (await host.Does((PublishStudy o) => o, new PublishStudyInput
        {
            Title = "What it would have done",
            Address = "/lab",
            File = study.Value.File(),
        })).Value;
    }

    private static string Line(string series, int year, int value) =>
        string.Create(CultureInfo.InvariantCulture, $"{series},{2000 + year},{value},USD");
}
