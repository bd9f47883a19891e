using System.Globalization;
using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Platform.Data;

namespace Commonstead.Leases;

/// <summary>One row of a file of leases, read into what the form would have asked.</summary>
internal sealed class LeaseRow
{
    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);
    private readonly Currency _currency;

    private LeaseRow(int row, Currency currency) => (Row, _currency) = (row, currency);

    /// <summary>Its place in the file.</summary>
    public int Row { get; }

    /// <summary>The lease.</summary>
    public EnterLeaseInput Input { get; } = new();

    /// <summary>The home, when the row describes one that may have to be entered first; else null.</summary>
    public HomeToEnter? Home { get; private set; }

    /// <summary>What could not be read.</summary>
    public List<ImportProblem> Problems { get; } = [];

    /// <summary>Reads a row.</summary>
    /// <param name="header">The file's columns.</param>
    /// <param name="row">The row's place.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="currency">The trust's currency, in which amounts are.</param>
    /// <param name="rules">Hashes of rules by title, so that a file may name a rule by either.</param>
    public static LeaseRow Read(
        IReadOnlyList<string> header, int row, string[] cells, Currency currency, IReadOnlyDictionary<string,
            string> rules)
    {
        var read = new LeaseRow(row, currency);
        for (var i = 0; i < cells.Length; i++) read._cells[header[i]] = cells[i];
        read.ReadLease(rules);
        read.ReadHolders();
        read.ReadFee();
        read.ReadFacts(header);
        read.ReadHome();
        return read;
    }

    private void ReadLease(IReadOnlyDictionary<string, string> rules)
    {
        Input.Number = Text("lease_number") ?? "";
        Input.HomeNumber = Text("home_number") ?? "";
        Input.Instrument = Choice<Instrument>("instrument") ?? Instrument.GroundLease;
        Input.StartsOn = Date("starts_on");
        Input.EndsOn = Date("ends_on");
        Input.HeldFrom = Date("held_from");
        Input.Rule = Text("rule") is { } rule ? rules.GetValueOrDefault(rule, rule) : null;
        Input.Area = Text("area");
        Input.IncomeLimitPercent = Number("income_limit_percent");
        Input.TransferFeePercent = Number("transfer_fee_percent") ?? 0;
        Input.AppraisalBasis = Choice<AppraisalBasis>("appraisal_basis");
        Input.OccupancyMonths = Whole("occupancy_months");
        Input.ImprovementNoticeAbove = Amount("works_above");
        Input.LenderMarginYears = Whole("lender_margin_years") ?? Lease.UsualLenderMarginYears;
        Input.RenewalYears = Whole("renewal_years");
        Input.RenewalNoticeOpensDays = Whole("renewal_opens_days");
        Input.RenewalNoticeClosesDays = Whole("renewal_closes_days");
    }

    // "Ana Diaz (1/2); Luis Diaz (1/2)": names or ids, each with its share when the lease is held in common.
    private void ReadHolders()
    {
        foreach (var part in (Text("leaseholders") ?? "").Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var open = part.EndsWith(')') ? part.LastIndexOf('(') : -1;
            var isShare = open > 0 && Share.TryParse(part[(open + 1)..^1], out _);
            Input.Holders.Add(new HolderInput
            {
                Name = isShare ? part[..open].Trim() : part,
                Share = isShare ? part[(open + 1)..^1] : null,
            });
        }

        var hasShares = Input.Holders.Exists(h => h.Share is not null);
        Input.Tenancy = Choice<Tenancy>("tenancy") ?? (hasShares ? Tenancy.InCommon : Tenancy.Joint);
    }

    private void ReadFee()
    {
        if (Amount("fee_amount") is not { } amount) return;
        Input.Fee = new FeeInput
        {
            Amount = amount,
            Frequency = Choice<FeeFrequency>("fee_frequency") ?? FeeFrequency.Monthly,
            DueDay = Whole("fee_due_day") ?? 1,
            GraceDays = Whole("fee_grace_days") ?? 0,
            LateFee = Amount("late_fee"),
        };
    }

    private void ReadFacts(IReadOnlyList<string> header)
    {
        foreach (var column in header.Where(h => h.StartsWith(LeaseColumns.FactPrefix, StringComparison.Ordinal)))
        {
            if (Text(column) is not { } text) continue;
            Input.Facts.Add(new FactInput
            {
                Name = column[LeaseColumns.FactPrefix.Length..],
                Text = string.Equals(text, LeaseColumns.Unknown, StringComparison.OrdinalIgnoreCase) ? null : text,
                Source = Text("fact_source") ?? string.Create(CultureInfo.InvariantCulture,
                    $"The imported file, row {Row}"),
            });
        }
    }

    private void ReadHome()
    {
        if (Text("home_parcel") is not { } parcel || Text("home_address") is not { } address) return;
        Home = new HomeToEnter(
            RecordIds.New<HomeId>(), Input.HomeNumber, parcel, address, Text("home_kind"),
            Whole("home_bedrooms"), Whole("home_year_built"));
    }

    private string? Text(string column) => _cells.GetValueOrDefault(column) is { Length: > 0 } text ? text : null;

    private DateOnly? Date(string column)
    {
        if (Text(column) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Fail(column, "“{0}” is not a date that exists. Write it as 2019-05-14.", text);
        return null;
    }

    private decimal? Number(string column)
    {
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (Text(column) is not { } text) return null;
        if (decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number)) return number;
        Fail(column, "“{0}” is not a number. Write it as 80 or 1.5.", text);
        return null;
    }

    private int? Whole(string column)
    {
        if (Text(column) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Fail(column, "“{0}” is not a whole number.", text);
        return null;
    }

    private Money? Amount(string column)
    {
        const decimal largest = 1_000_000_000_000m;
        if (Number(column) is not { } amount) return null;
        if (decimal.Round(amount, _currency.Decimals) == amount && Math.Abs(amount) < largest)
            return Money.Of(amount, _currency);
        Fail(column, "“{0}” is not an amount in {1}.", amount, _currency.Code);
        return null;
    }

    private T? Choice<T>(string column)
        where T : struct, Enum
    {
        if (Text(column) is not { } text) return null;
        var bare = text.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (char.IsAsciiLetter(bare[0]) && Enum.TryParse<T>(bare, ignoreCase: true, out var choice)) return choice;
        var choices = string.Join(", ", Enum.GetNames<T>().Select(SnakeCase.Of));
        Fail(column, "“{0}” is none of {1}.", text, choices);
        return null;
    }

    private void Fail(string column, string message, params object[] figures) =>
        Problems.Add(new ImportProblem(Row, column, message, figures));
}
