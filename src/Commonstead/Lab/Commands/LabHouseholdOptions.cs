using System.CommandLine;
using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Cli;

namespace Commonstead.Lab;

/// <summary>The options of the command line that say for whom a home is meant and what buying and selling
/// costs.</summary>
internal static class LabHouseholdOptions
{
    private static readonly LabQuestion _usual = new();

    private static readonly Option<decimal> _incomeShare = Percent("--income-share", _usual.IncomeShare,
        "The share of income that goes to housing, in percent.");

    private static readonly Option<int> _term = Whole("--term", _usual.TermYears, "The term of the loan in years.");

    private static readonly Option<decimal> _deposit = Percent("--deposit", _usual.Deposit,
        "The deposit, in percent of the price.");

    private static readonly Option<decimal> _tax = Percent("--taxes", _usual.Taxes,
        "Property taxes a year, in percent of the price.");

    private static readonly Option<decimal> _insurance = Percent("--insurance", _usual.Insurance,
        "Insurance a year, in percent of the price.");

    private static readonly Option<decimal> _fee = Percent("--lease-fee", _usual.LeaseFee,
        "The lease fee a month, in money of the first year; it moves with consumer prices.");

    private static readonly Option<int> _persons = Whole("--persons", _usual.Persons,
        "Persons in the household, 1 to 8.");

    private static readonly Option<decimal?> _factor = new("--income-factor")
    {
        Description = "The household's median in percent of the income series. Unless told: in Britain, where earnings "
            + $"are one person's, {LabBeginnings.OfEarnings}; else HUD's factor for its size, meant for four-person "
            + "medians.",
    };

    private static readonly Option<decimal> _target = Percent("--target", _usual.Target,
        "The share of the median that the home is meant for, in percent.");

    private static readonly Option<decimal> _buying = Percent("--buying-costs", _usual.PurchaseFees,
        "The costs of buying, in percent of the price.");

    private static readonly Option<decimal> _selling = Percent("--selling-costs", _usual.SaleFees,
        "The costs of selling, in percent of the price.");

    private static readonly Option<string?> _start = new("--first-price")
    {
        Description = "What the first buyer pays: affordable (to the household the home is meant for, unless told), an "
            + "amount such as 200000, or a share of the market value such as 60%.",
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Option> All =>
    [
        _target, _persons, _factor, _incomeShare, _term, _deposit, _tax, _insurance, _fee, _buying, _selling, _start,
    ];

    /// <summary>The affordability setting.</summary>
    public static HouseholdSetting Household(ParseResult parsed) => new()
    {
        IncomeShare = parsed.GetValue(_incomeShare) / 100,
        TermYears = parsed.GetValue(_term),
        Deposit = parsed.GetValue(_deposit) / 100,
        TaxRate = parsed.GetValue(_tax) / 100,
        InsuranceRate = parsed.GetValue(_insurance) / 100,
        LeaseFee = parsed.GetValue(_fee),
        Persons = parsed.GetValue(_persons),
        IncomeFactor = Factor(parsed) / 100,
        Target = parsed.GetValue(_target) / 100,
    };

    private static decimal? Factor(ParseResult parsed) =>
        parsed.GetValue(_factor) ?? (LabPlaceOptions.IsBritish(parsed) ? LabBeginnings.OfEarnings : null);

    /// <summary>What buying and selling costs, and the first price.</summary>
    /// <exception cref="CommandRefusedException">The first price is not understood.</exception>
    public static SellerSetting Seller(ParseResult parsed)
    {
        var seller = new SellerSetting
        {
            PurchaseFees = parsed.GetValue(_buying) / 100,
            SaleFees = parsed.GetValue(_selling) / 100,
        };
        if (parsed.GetValue(_start) is not { } start || start == "affordable") return seller;
        var isShare = start.EndsWith('%');
        if (!decimal.TryParse(start.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var number))
        {
            throw new CommandRefusedException(
                $"--first-price “{start}” is not understood; write affordable, 200000 or 60%.", ExitCode.BadInput);
        }

        return isShare
            ? seller with { Start = StartingPrice.MarketShare, StartValue = number / 100 }
            : seller with { Start = StartingPrice.Amount, StartValue = number };
    }

    private static Option<decimal> Percent(string name, decimal usual, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };

    private static Option<int> Whole(string name, int usual, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
