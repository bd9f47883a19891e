namespace Commonstead.Leases;

/// <summary>The columns of a file of leases; docs/reference/import-leases.md explains them.</summary>
internal static class LeaseColumns
{
    /// <summary>Columns that begin with this state facts, by the rule's own names.</summary>
    public const string FactPrefix = "fact:";

    /// <summary>What a cell says when nobody knows.</summary>
    public const string Unknown = "unknown";

    private static readonly string[] _needed = ["lease_number", "home_number", "starts_on", "ends_on", "leaseholders"];

    // Each column and the property of the lease's input that it fills, by which refusals name their place.
    private static readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal)
    {
        ["lease_number"] = nameof(EnterLeaseInput.Number),
        ["home_number"] = nameof(EnterLeaseInput.HomeNumber),
        ["instrument"] = nameof(EnterLeaseInput.Instrument),
        ["starts_on"] = nameof(EnterLeaseInput.StartsOn),
        ["ends_on"] = nameof(EnterLeaseInput.EndsOn),
        ["leaseholders"] = nameof(EnterLeaseInput.Holders),
        ["tenancy"] = nameof(EnterLeaseInput.Tenancy),
        ["held_from"] = nameof(EnterLeaseInput.HeldFrom),
        ["rule"] = nameof(EnterLeaseInput.Rule),
        ["area"] = nameof(EnterLeaseInput.Area),
        ["income_limit_percent"] = nameof(EnterLeaseInput.IncomeLimitPercent),
        ["transfer_fee_percent"] = nameof(EnterLeaseInput.TransferFeePercent),
        ["appraisal_basis"] = nameof(EnterLeaseInput.AppraisalBasis),
        ["occupancy_months"] = nameof(EnterLeaseInput.OccupancyMonths),
        ["works_above"] = nameof(EnterLeaseInput.ImprovementNoticeAbove),
        ["lender_margin_years"] = nameof(EnterLeaseInput.LenderMarginYears),
        ["renewal_years"] = nameof(EnterLeaseInput.RenewalYears),
        ["renewal_opens_days"] = nameof(EnterLeaseInput.RenewalNoticeOpensDays),
        ["renewal_closes_days"] = nameof(EnterLeaseInput.RenewalNoticeClosesDays),
        ["fee_amount"] = "Fee.Amount",
        ["fee_frequency"] = "Fee.Frequency",
        ["fee_due_day"] = "Fee.DueDay",
        ["fee_grace_days"] = "Fee.GraceDays",
        ["late_fee"] = "Fee.LateFee",
        ["fact_source"] = "Facts.Source",
        ["home_parcel"] = "ParcelName",
        ["home_address"] = "Address",
        ["home_kind"] = "Kind",
        ["home_bedrooms"] = "Bedrooms",
        ["home_year_built"] = "YearBuilt",
    };

    /// <summary>The columns that must be there.</summary>
    public static IReadOnlyList<string> Needed => _needed;

    /// <summary>Whether a column may be there.</summary>
    public static bool IsKnown(string column) =>
        _properties.ContainsKey(column) || column.StartsWith(FactPrefix, StringComparison.Ordinal);

    /// <summary>The column that a refusal's field comes from, or null for the whole row.</summary>
    public static string? Of(string? field, EnterLeaseInput? input = null)
    {
        if (field is null) return null;
        if (field.StartsWith("Holders[", StringComparison.Ordinal)) return "leaseholders";
        if (field.StartsWith("Facts[", StringComparison.Ordinal))
        {
            var place = int.Parse(field[6..field.IndexOf(']', StringComparison.Ordinal)], null);
            return input is null ? null : FactPrefix + input.Facts[place].Name;
        }

        return _properties.FirstOrDefault(p => p.Value == field).Key;
    }
}
