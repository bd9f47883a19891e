using System.Text.Json;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Pricing;
using Commonstead.Series;
using Commonstead.Tests.Governance;
using Commonstead.Tests.Leases;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Pricing;

/// <summary>
/// The program makes the golden set again, from leases, facts and published figures, through every step that people
/// take, and the determinations are the committed ones, byte for byte. With COMMONSTEAD_WRITE_GOLDEN=1 the files are
/// written, to be reviewed and committed.
/// </summary>
public sealed class GoldenMakerTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    public async ValueTask InitializeAsync() => await _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("USD")]
    [InlineData("GBP")]
    public async Task TheProgram_MakesTheGoldenSetAgain(string code)
    {
        var currency = Currency.Parse(code);
        _host.Clock.Set(GoldenCases.DayOf(currency));
        await Found(currency);
        await ImportFigures(currency);
        using var steward = await _host.SignIn(Intent.AddressOf(Role.Steward));
        foreach (var one in GoldenCases.All.Where(c => c.Currency == currency))
        {
            var json = await steward.Http.GetStringAsync($"/prices/{await Approved(one)}/file");
            Assert.Empty(SignedDetermination.Check(json).Faults);
            if (Environment.GetEnvironmentVariable("COMMONSTEAD_WRITE_GOLDEN") == "1")
                await File.WriteAllTextAsync(GoldenCases.PathOf(one.FileName), json + "\n");
            var golden = await File.ReadAllTextAsync(GoldenCases.PathOf(one.FileName));
            Assert.Equal(Frozen(golden), Frozen(json));
        }
    }

    private static string Frozen(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("determination").GetRawText();
    }

    private async Task<DeterminationId> Approved(GoldenCase one)
    {
        var rule = RuleDocument.Parse(one.Text, one.Rule).Document!;
        var adopted = await _host.Adopts(one.Text);
        Assert.True(adopted.IsDone || adopted.Code() is AdoptRuleRefusal.InTheBook, Said(adopted));
        var lease = await _host.NewLease(input =>
        {
            input.Number = $"G-{GoldenCases.All.ToList().IndexOf(one) + 1}";
            input.StartsOn = new DateOnly(2018, 3, 12);
            input.EndsOn = new DateOnly(2117, 3, 11);
            input.Rule = rule.Hash;
        });
        var made = await _host.Make(new MakeDeterminationInput
        {
            Lease = lease,
            AsOf = GoldenCases.DayOf(one.Currency),
            KnownBy = GoldenCases.DayOf(one.Currency),
            Givens = [.. one.Facts.Select(f =>
                new EnteredGiven { Name = f.Key, Text = f.Value, Source = "made up for the golden set" })],
        });
        Assert.True(made.IsDone, $"{one.FileName}: {Said(made)}");
        Assert.True((await _host.Approve(made.Value)).IsDone);
        return made.Value;
    }

    private static string Said<T>(Outcome<T> outcome) => string.Join("; ", outcome.Refusals.Select(r =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, r.Message, r.Figures)));

    private async Task Found(Currency currency)
    {
        var isBritish = currency == Currency.Gbp;
        var founded = await _host.Run(_host.Trust, Actor.Visitor, s => s.GetRequiredService<FoundTrust>(), new()
        {
            TrustName = "Golden Community Land Trust",
            Country = isBritish ? Country.GreatBritain : Country.UnitedStates,
            Currency = currency.Code,
            TimeZone = isBritish ? "Europe/London" : "America/New_York",
            StewardName = "Sam Steward",
            Email = Intent.AddressOf(Role.Steward),
            Password = Intent.Password,
        });
        Assert.True(founded.IsDone);
    }

    private async Task ImportFigures(Currency currency)
    {
        if (currency == Currency.Gbp)
        {
            await Import("ons-5b-tower-hamlets.csv", SeriesFileKind.Ons, null, i =>
                (i.Release, i.Published, i.Publisher) =
                    ("2024", new DateOnly(2025, 3, 24), "Office for National Statistics"));
            return;
        }

        await Import("hud-25013.csv", SeriesFileKind.Hud, null, i => i.Publications =
        [
            new Publication("2024", new DateOnly(2024, 4, 1), new DateOnly(2024, 4, 1)),
            new Publication("2025", new DateOnly(2025, 4, 1), new DateOnly(2025, 4, 1)),
            new Publication("2026", new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 1)),
        ]);
        var columns = new SeriesCsvOptions
        {
            Every = PeriodKind.Month,
            Columns = [new SeriesCsvColumn("cpi", "us.cpi-u", null)],
        };
        await Import("us-cpi-u.csv", SeriesFileKind.Csv, columns, i =>
        {
            (i.Release, i.Published) = ("2026-05", new DateOnly(2026, 6, 10));
            (i.Publisher, i.Base) = ("Bureau of Labor Statistics", "1982-84=100");
            i.Title = "Consumer prices, all items, U.S. city average (CPI-U)";
        });
    }

    private async Task Import(
        string file, SeriesFileKind kind, SeriesCsvOptions? options, Action<ImportSeriesInput> describe)
    {
        await using var content = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "demonstration", file));
        var input = SeriesFileSource.Read(content, file, kind, options);
        describe(input);
        var imported = await _host.Does((ImportSeries import) => import, input);
        Assert.True(imported.IsDone, Said(imported));
    }
}
