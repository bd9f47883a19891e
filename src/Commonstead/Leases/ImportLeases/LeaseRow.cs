using System.Globalization;
using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Platform.Data;
using Commonstead.Platform.Imports;

namespace Commonstead.Leases;

/// <summary>One row of a file of leases, read into what the form would have asked.</summary>
internal sealed class LeaseRow
{
    private readonly CsvRow _cells;
    private readonly Currency _currency;

    private LeaseRow(CsvRow cells, Currency currency) => (_cells, _currency) = (cells, currency);

    /// <summary>Its place in the file.</summary>
    public int Row => _cells.Row;

    /// <summary>The lease.</summary>
    public EnterLeaseInput Input { get; } = new();

    /// <summary>The home, when the row describes one that may have to be entered first; else null.</summary>
    public HomeToEnter? Home { get; private set; }

    /// <summary>What could not be read.</summary>
    public List<ImportProblem> Problems => _cells.Problems;

    /// <summary>Reads a row.</summary>
    /// <param name="header">The file's columns.</param>
    /// <param name="row">The row's place.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="currency">The trust's currency, in which amounts are.</param>
    /// <param name="rules">Hashes of rules by title, so that a file may name a rule by either.</param>
    public static LeaseRow Read(
        IReadOnlyList<string> header, int row, string[] cells, Currency currency, ILookup<string, string> rules)
    {
        var read = new LeaseRow(new CsvRow(header, row, cells), currency);
        read.ReadLease(rules);
        read.ReadHolders();
        read.ReadFee();
        read.ReadFacts(header);
        read.ReadHome();
        return read;
    }

    private void ReadLease(ILookup<string, string> rules)
    {
        Input.Number = _cells.Text("lease_number") ?? "";
        Input.HomeNumber = _cells.Text("home_number") ?? "";
        Input.Instrument = _cells.Choice<Instrument>("instrument") ?? Instrument.GroundLease;
        Input.StartsOn = _cells.Date("starts_on");
        Input.EndsOn = _cells.Date("ends_on");
        Input.HeldFrom = _cells.Date("held_from");
        Input.Rule = ReadRule(rules);
        Input.Area = _cells.Text("area");
        Input.IncomeLimitPercent = _cells.Number("income_limit_percent");
        Input.TransferFeePercent = _cells.Number("transfer_fee_percent") ?? 0;
        Input.AppraisalBasis = _cells.Choice<AppraisalBasis>("appraisal_basis");
        Input.OccupancyMonths = _cells.Whole("occupancy_months");
        Input.ImprovementNoticeAbove = _cells.Amount("works_above", _currency);
        Input.LenderMarginYears = _cells.Whole("lender_margin_years") ?? Lease.UsualLenderMarginYears;
        Input.RenewalYears = _cells.Whole("renewal_years");
        Input.RenewalNoticeOpensDays = _cells.Whole("renewal_opens_days");
        Input.RenewalNoticeClosesDays = _cells.Whole("renewal_closes_days");
    }

    private string? ReadRule(ILookup<string, string> rules)
    {
        const int hashLength = 64;
        if (_cells.Text("rule") is not { } rule) return null;
        if (rule.Length == hashLength && rule.All(char.IsAsciiHexDigitLower)) return rule;
        if (rules[rule].ToList() is [var only]) return only;
        _cells.Fail("rule", rules.Contains(rule)
            ? "Several rules of the rule book are called “{0}”. Give the hash of the one you mean."
            : "The rule book has no rule called “{0}”. Add its document first.", rule);
        return null;
    }

    // "Ana Diaz (1/2); Luis Diaz (1/2)": names or ids, each with its share when the lease is held in common.
    private void ReadHolders()
    {
        foreach (var part in (_cells.Text("leaseholders") ?? "").Split(
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
        Input.Tenancy = _cells.Choice<Tenancy>("tenancy") ?? (hasShares ? Tenancy.InCommon : Tenancy.Joint);
    }

    private void ReadFee()
    {
        if (_cells.Amount("fee_amount", _currency) is not { } amount) return;
        Input.Fee = new FeeInput
        {
            Amount = amount,
            Frequency = _cells.Choice<FeeFrequency>("fee_frequency") ?? FeeFrequency.Monthly,
            DueDay = _cells.Whole("fee_due_day") ?? 1,
            GraceDays = _cells.Whole("fee_grace_days") ?? 0,
            LateFee = _cells.Amount("late_fee", _currency),
        };
    }

    private void ReadFacts(IReadOnlyList<string> header)
    {
        foreach (var column in header.Where(h => h.StartsWith(LeaseColumns.FactPrefix, StringComparison.Ordinal)))
        {
            if (_cells.Text(column) is not { } text) continue;
            Input.Facts.Add(new FactInput
            {
                Name = column[LeaseColumns.FactPrefix.Length..],
                Text = string.Equals(text, LeaseColumns.Unknown, StringComparison.OrdinalIgnoreCase) ? null : text,
                Source = _cells.Text("fact_source") ?? string.Create(CultureInfo.InvariantCulture,
                    $"The imported file, row {Row}"),
            });
        }
    }

    private void ReadHome()
    {
        if (_cells.Text("home_parcel") is not { } parcel || _cells.Text("home_address") is not { } address) return;
        Home = new HomeToEnter(
            RecordIds.New<HomeId>(), Input.HomeNumber, parcel, address, _cells.Text("home_kind"),
            _cells.Whole("home_bedrooms"), _cells.Whole("home_year_built"));
    }
}
