using System.Text;
using Commonstead.Accounts;
using Commonstead.Platform.Operations;
using Commonstead.Series;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Series;

/// <summary>What tests of published figures want done.</summary>
internal static class SeriesIntent
{
    /// <summary>When HUD's tables of the fixture took effect.</summary>
    public static IReadOnlyList<string> HudDates { get; } =
        ["2024:2024-04-01:2024-04-01", "2025:2025-04-01:2025-04-01", "2026:2026-05-01:2026-05-01"];

    /// <summary>Imports HUD's figures of the fixture's counties.</summary>
    public static Task<Outcome<ImportedSeries>> ImportHud(this TrustHost host, params string[] publications) =>
        host.Import(Hud(publications.Length == 0 ? [.. HudDates] : publications));

    /// <summary>HUD's figures of the fixture's counties, ready to import.</summary>
    public static ImportSeriesInput Hud(params string[] publications)
    {
        using var file = ReaderFixture.Open("income-limits", "hud-counties.csv");
        var input = SeriesFileSource.Read(file, "hud-counties.csv", SeriesFileKind.Hud);
        input.Publications = [.. publications.Select(p => Publication.Parse(p)!)];
        return input;
    }

    /// <summary>A CSV text published on the day on which the tests' clock stands, ready to import.</summary>
    public static ImportSeriesInput Csv(params string[] lines)
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var input = SeriesFileSource.Read(text, "figures.csv", SeriesFileKind.Csv);
        input.Published = new DateOnly(2026, 6, 1);
        return input;
    }

    /// <summary>Runs an import as a steward.</summary>
    public static async Task<Outcome<ImportedSeries>> Import(this TrustHost host, ImportSeriesInput input,
        Role role = Role.Steward)
    {
        await host.FoundTrusts();
        return await host.Run(
            host.Trust, Intent.ActorWith(role), s => s.GetRequiredService<ImportSeries>(), input);
    }

    /// <summary>Reads with a service of the capability.</summary>
    public static async Task<T> Ask<TService, T>(this TrustHost host, Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = host.Scope();
        var acting = scope.ServiceProvider.GetRequiredService<Acting>();
        acting.Trust = host.Trust;
        acting.Actor = Intent.ActorWith(Role.Steward);
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
