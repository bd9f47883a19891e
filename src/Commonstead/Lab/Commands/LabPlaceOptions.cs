using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Commonstead.Core;
using Commonstead.Platform.Cli;

namespace Commonstead.Lab;

/// <summary>The options of the command line that say where a study looks: series, proxies, the home.</summary>
internal static partial class LabPlaceOptions
{
    private static readonly Option<string> _area = new("--area")
    {
        Description = "The area that rules are asked about, such as us:metro:boston or gb:E09000030.",
        Required = true,
    };

    private static readonly Option<string?> _market = Text("--market",
        "The series of market prices, SERIES or SERIES@AREA; us.case-shiller of the area or uk.nationwide unless "
            + "told.");

    private static readonly Option<string?> _incomes = Text("--incomes",
        "The series of incomes; hud.ami or ons.earnings.residence.median of the area unless told.");

    private static readonly Option<string?> _cpi = Text("--cpi",
        "The series of consumer prices, or none; us.cpi-u in the United States, else none unless told.");

    private static readonly Option<string?> _mortgage = Text("--mortgage",
        "The series of mortgage rates; us.mortgage or uk.mortgage unless told.");

    private static readonly Option<string[]> _proxy = new("--proxy")
    {
        Description = "What stands in where a series has no figures, as market=…, incomes=…, cpi=… or mortgage=…, "
            + "such as "
            + "\"incomes=CPI + 0.5 %\", \"mortgage=6.5 %\", \"incomes=148900 in 2024, CPI + 0.5 %\"; may be repeated.",
    };

    private static readonly Option<string?> _home = Text("--home-value",
        "What the home was worth in a year, where market prices are an index: \"650000 in 2024\".");

    private static readonly Option<int> _month = new("--month")
    {
        Description = "The month on whose first day homes are bought and sold, 1 to 12.",
        DefaultValueFactory = _ => 6,
    };

    private static readonly Option<decimal> _land = new("--land-share")
    {
        Description = "The land's part of the market value in percent, for rules that take the land out.",
        DefaultValueFactory = _ => 25,
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Option> All => [_area, _market, _incomes, _cpi, _mortgage, _proxy, _home, _month, _land];

    /// <summary>The place as the command names it.</summary>
    /// <exception cref="CommandRefusedException">Something is not understood.</exception>
    public static LabPlace Read(ParseResult parsed)
    {
        var area = Area("--area", parsed.GetRequiredValue(_area));
        var isUs = area.StartsWith("us:", StringComparison.Ordinal);
        var proxies = Proxies(parsed.GetValue(_proxy) ?? []);
        var home = Home(parsed.GetValue(_home));
        if (parsed.GetValue(_cpi) == "none" && proxies.ContainsKey("cpi"))
        {
            throw new CommandRefusedException(
                "--cpi none says that there are no consumer prices, and --proxy cpi= how they move: leave one away.",
                ExitCode.BadInput);
        }

        var cpi = parsed.GetValue(_cpi) ?? (isUs ? "us.cpi-u" : proxies.ContainsKey("cpi") ? "cpi" : "none");
        return new LabPlace
        {
            Area = area,
            Market = Series(parsed.GetValue(_market) ?? (isUs ? "us.case-shiller@" + area : "uk.nationwide"), "market"),
            Incomes = Series(
                parsed.GetValue(_incomes) ?? (isUs ? "hud.ami@" : "ons.earnings.residence.median@") + area, "incomes"),
            Cpi = cpi == "none" ? null : Series(cpi, "cpi"),
            MortgageRate = Series(parsed.GetValue(_mortgage) ?? (isUs ? "us.mortgage" : "uk.mortgage"), "mortgage"),
            HomeValue = home?.Value,
            HomeValueYear = home?.Year,
            Month = parsed.GetValue(_month),
            LandShare = parsed.GetValue(_land) / 100,
        };

        LabSeries Series(string text, string role)
        {
            var at = text.IndexOf('@', StringComparison.Ordinal);
            return new LabSeries(
                at < 0 ? text : text[..at], at < 0 ? null : Area("--" + role, text[(at + 1)..]),
                proxies.GetValueOrDefault(role));
        }
    }

    /// <summary>Whether the area is in Britain.</summary>
    public static bool IsBritish(ParseResult parsed) =>
        parsed.GetRequiredValue(_area).StartsWith("gb:", StringComparison.Ordinal);

    private static string Area(string option, string code) => AreaCode().IsMatch(code) ? code
        : throw new CommandRefusedException(
            $"{option}: “{code}” is no area's code; write one such as us:metro:boston or gb:E09000030.",
            ExitCode.BadInput);

    private static Dictionary<string, LabProxy> Proxies(IEnumerable<string> texts)
    {
        var proxies = new Dictionary<string, LabProxy>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts is not [("market" or "incomes" or "cpi" or "mortgage") and var role, var words]
                || LabProxy.Parse(words) is not { } proxy || !proxies.TryAdd(role, proxy))
            {
                throw new CommandRefusedException(
                    $"--proxy “{text}” is not understood. Write market=, incomes=, cpi= or mortgage= once each and "
                    + "then such as “CPI + 0.5 %”, “6.5 %” or “148900 in 2024, CPI + 0.5 %”.", ExitCode.BadInput);
            }
        }

        return proxies;
    }

    private static (decimal Value, int Year)? Home(string? text)
    {
        if (text is null) return null;
        var parts = text.Split(" in ", StringSplitOptions.TrimEntries);
        return parts.Length == 2
            && decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? (value, year)
            : throw new CommandRefusedException(
                $"--home-value “{text}” is not understood; write it as \"650000 in 2024\".", ExitCode.BadInput);
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };

    // As lists of series have them: a country, then parts after colons.
    [GeneratedRegex("^[a-z]{2}(:[A-Za-z0-9_-]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AreaCode();
}
