using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Commonstead.Core;
using Commonstead.Platform.Trusts;

namespace Commonstead.Resales;

/// <summary>Whose a term of a resale is.</summary>
public enum TermOrigin
{
    /// <summary>The lease says nothing, so the trust's usual term counts.</summary>
    [Display(Name = "the trust’s usual")] Trust,

    /// <summary>The lease states it.</summary>
    [Display(Name = "this lease")] Lease,
}

/// <summary>How a dispute about an appraisal is settled.</summary>
public enum DisputeSettlement
{
    /// <summary>The average of the first and the second appraisal counts.</summary>
    [Display(Name = "The average of two appraisals counts")] Average,

    /// <summary>A third appraiser decides.</summary>
    [Display(Name = "A third appraisal decides")] Third,
}

/// <summary>
/// The terms one resale runs by, frozen on the day of its notice: the lease's own where it states them, else the
/// trust's usual ones. What either changes later leaves a resale under way alone.
/// </summary>
public sealed record ResaleTerms
{
    private static readonly JsonSerializerOptions _json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The country whose holidays count.</summary>
    public Country Country { get; init; }

    /// <summary>The deadline of each step, as text.</summary>
    public SortedDictionary<StepKind, string> Deadlines { get; init; } = [];

    /// <summary>Months a buyer's certification of income holds.</summary>
    public int CertificationMonths { get; init; }

    /// <summary>Months an appraisal may be old.</summary>
    public int AppraisalMonths { get; init; }

    /// <summary>Days in which the owner may dispute an appraisal.</summary>
    public int DisputeDays { get; init; }

    /// <summary>How such a dispute is settled.</summary>
    public DisputeSettlement Dispute { get; init; }

    /// <summary>Months after the option lapsed from which the owner may sell to anyone.</summary>
    public int MonthsToAnyBuyer { get; init; }

    /// <summary>
    /// Months after the option lapsed from which the trust may sell as the owner's attorney in fact; 0 for never, as in
    /// terms frozen before there was such a term.
    /// </summary>
    public int MonthsToPowerOfSale { get; init; }

    /// <summary>True when the buyer gets a new lease; false when the seller's is assigned.</summary>
    public bool IssuesNewLease { get; init; }

    /// <summary>What of all this the lease states: names of steps and of the properties above.</summary>
    public IReadOnlyList<string> StatedByLease { get; init; } = [];

    /// <summary>The terms of a lease beside the trust's usual ones.</summary>
    internal static ResaleTerms Of(ResaleSettings usual, LeaseResaleTerms? lease)
    {
        var deadlines = lease?.Deadlines() ?? [];
        var stated = deadlines.Keys.Select(k => k.ToString()).ToList();
        T Pick<T>(T? own, T usually, string name)
            where T : struct
        {
            if (own is not { } value) return usually;
            stated.Add(name);
            return value;
        }

        var terms = new ResaleTerms
        {
            Country = usual.Country,
            Deadlines = new(Enum.GetValues<StepKind>().ToDictionary(
                k => k, k => deadlines.GetValueOrDefault(k) ?? usual.DeadlineOf(k).ToString())),
            CertificationMonths = Pick(
                lease?.CertificationMonths, usual.CertificationMonths, nameof(CertificationMonths)),
            AppraisalMonths = Pick(lease?.AppraisalMonths, usual.AppraisalMonths, nameof(AppraisalMonths)),
            DisputeDays = Pick(lease?.DisputeDays, usual.DisputeDays, nameof(DisputeDays)),
            Dispute = Pick(lease?.Dispute, usual.Dispute, nameof(Dispute)),
            MonthsToAnyBuyer = Pick(lease?.MonthsToAnyBuyer, usual.MonthsToAnyBuyer, nameof(MonthsToAnyBuyer)),
            MonthsToPowerOfSale = Pick(
                lease?.MonthsToPowerOfSale, usual.MonthsToPowerOfSale, nameof(MonthsToPowerOfSale)),
            IssuesNewLease = Pick(lease?.IssuesNewLease, usual.IssuesNewLease, nameof(IssuesNewLease)),
        };
        return terms with { StatedByLease = stated };
    }

    /// <summary>Reads frozen terms.</summary>
    internal static ResaleTerms FromJson(string json) => JsonSerializer.Deserialize<ResaleTerms>(json, _json)!;

    /// <summary>The terms as they are frozen.</summary>
    internal string ToJson() => JsonSerializer.Serialize(this, _json);

    /// <summary>The deadline of a step.</summary>
    public Deadline DeadlineOf(StepKind kind) => DeadlineText.Parse(Deadlines[kind]);

    /// <summary>Whose the deadline of a step is.</summary>
    public TermOrigin OriginOf(StepKind kind) => OriginOf(kind.ToString());

    /// <summary>Whose another term is, by its property's name.</summary>
    public TermOrigin OriginOf(string name) => StatedByLease.Contains(name) ? TermOrigin.Lease : TermOrigin.Trust;

    /// <summary>The holidays of the country around a day.</summary>
    public HolidayTable Holidays(DateOnly day) => Country.HolidaysAround(day);
}
