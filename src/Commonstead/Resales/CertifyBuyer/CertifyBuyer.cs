using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Series;

namespace Commonstead.Resales;

/// <summary>A buyer's household as it was certified.</summary>
public sealed class CertifyBuyerInput
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; set; }

    /// <summary>The version of the resale the actor saw.</summary>
    public int SeenVersion { get; set; }

    /// <summary>Persons in the household.</summary>
    [Display(Name = "Persons in the household"), Required(ErrorMessage = "Enter how many belong to the household.")]
    [Range(1, 30, ErrorMessage = "A household has 1 to 30 persons.")]
    public int? HouseholdSize { get; set; }

    /// <summary>Its yearly income.</summary>
    [Display(Name = "Yearly income of the household")]
    [Required(ErrorMessage = "Enter the household's yearly income, as its documents show it.")]
    public Money? Income { get; set; }

    /// <summary>The day of certification.</summary>
    [Display(Name = "Certified on")]
    public DateOnly CertifiedOn { get; set; }

    /// <summary>The board's recorded reason for a household above the limit.</summary>
    [StringLength(1000, ErrorMessage = "The reason is longer than 1,000 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "Board's reason to accept a household above the limit")]
    public string? BoardReason { get; set; }
}

/// <summary>Why a buyer is not certified; <see cref="ResaleRefusal"/> comes before.</summary>
public enum CertifyBuyerRefusal
{
    /// <summary>There is no buyer yet.</summary>
    [Says("Record who buys first.")]
    NoBuyer,

    /// <summary>An income is not negative, and in the trust's currency.</summary>
    [Says("Enter an income of zero or more in {0}.", Field = nameof(CertifyBuyerInput.Income))]
    IncomeOutOfRange,

    /// <summary>The day lies between the notice and today.</summary>
    [Says("The day must lie between the notice, {0}, and today.", Field = nameof(CertifyBuyerInput.CertifiedOn))]
    DateOutOfRange,

    /// <summary>The limit cannot be known.</summary>
    [Says("The income limit of lease {0} cannot be read: {1}. Import the area's income limits, or correct the lease.")]
    NoLimit,

    /// <summary>The household earns more than the limit.</summary>
    [Says("{0} is above the limit of {1} for {2} persons ({3}). The board may accept it, with its reason on record.",
        Field = nameof(CertifyBuyerInput.Income))]
    BuyerOverIncomeLimit,

    /// <summary>Only the board's own record overrides a limit.</summary>
    [Says("Accepting a household above the limit is the board's. Ask a board member to record it.",
        Field = nameof(CertifyBuyerInput.BoardReason), Kind = RefusalKind.NotAllowed)]
    OverrideNotYours,
}

/// <summary>
/// Checks a buyer's household against the lowest income limit that the lease and the home's funders set, for its size,
/// the area and the day.
/// </summary>
[Needs(ResalePermission.Certify)]
[Does("Buyer's income certified")]
public sealed class CertifyBuyer(
    TrustDb db, Acting acting, ILeases leases, IIncomeCaps caps, IIncomeLimits limits, IAreas areas,
    ResaleWork work)
    : IOperation<CertifyBuyerInput, ResaleId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResaleId>> Run(CertifyBuyerInput input)
    {
        var found = await work.Open(input.Resale, input.SeenVersion);
        if (!found.IsDone) return Outcome<ResaleId>.Refused(found.Refusals);
        var resale = found.Value;
        if (resale.Buyers.Count == 0) return CertifyBuyerRefusal.NoBuyer;
        var (size, income) = (input.HouseholdSize!.Value, input.Income!.Value);
        if (income.Minor < 0 || income.Currency != acting.Profile.Currency)
            return new Refusal(CertifyBuyerRefusal.IncomeOutOfRange, acting.Profile.Currency);
        if (input.CertifiedOn < resale.NoticeOn || input.CertifiedOn > acting.Today)
            return new Refusal(CertifyBuyerRefusal.DateOutOfRange, resale.NoticeOn);
        var lease = (await leases.Terms(resale.Lease))!;
        var (limit, source, missing) = await LimitOf(lease, size, input.CertifiedOn);
        if (missing is not null) return new Refusal(CertifyBuyerRefusal.NoLimit, lease.Number, missing);
        var isOver = limit is { } most && income > most;
        var overrides = !string.IsNullOrWhiteSpace(input.BoardReason);
        if (isOver && !overrides)
            return new Refusal(CertifyBuyerRefusal.BuyerOverIncomeLimit, income, limit!, size, source);
        if (isOver && !acting.Actor.May(ResalePermission.Override)) return CertifyBuyerRefusal.OverrideNotYours;
        var certification = new Certification
        {
            Resale = resale.Id,
            HouseholdSize = size,
            Income = income,
            CertifiedOn = input.CertifiedOn,
            ExpiresOn = CalendarMath.AddMonths(input.CertifiedOn, resale.Terms.CertificationMonths),
            Limit = limit,
            LimitSource = source,
            BoardReason = isOver ? input.BoardReason!.Trim() : "",
            By = acting.Actor.Key,
        };
        db.Add(certification);
        resale.Certification = certification.Id;
        ResaleWork.Settle(resale, StepKind.BuyerCertified, StepState.Done, input.CertifiedOn);
        work.Happened(resale, input.CertifiedOn,
            isOver ? "Buyer accepted above the income limit by the board." : "Buyer's income certified.");
        return resale.Id;
    }

    // The lowest of the lease's cap and every funder's on the home, as of the day of certification.
    private async Task<(Money? Limit, string Source, string? Missing)> LimitOf(
        LeaseTerms lease, int size, DateOnly on)
    {
        var imposed = await caps.CapsOn(lease.Id, on);
        if (imposed.Count == 0) return (null, "neither the lease nor a funder sets a limit", null);
        if (lease.Area is not { } area) return (null, "", "the lease names no area");
        var rules = imposed.Select(c => new IncomeCap(c.Source, LevelOf(c.PercentOfMedian), area)).ToList();
        var answer = BuyerLimit.Of(rules, await limits.Of(area), size, on, on);
        if (answer.Limit is not { } limit)
            return (null, "", $"{answer.Cap?.ImposedBy}, {answer.Refusal}");
        var found = limit.Binding.Limit;
        var percent = imposed[rules.IndexOf(limit.Binding.Cap)].PercentOfMedian;
        var name = (await areas.Named([area])).Of(area);
        var source = string.Create(CultureInfo.InvariantCulture,
            $"{limit.Binding.Cap.ImposedBy}: {name}, {percent:0.##}%, {found.Origin}");
        return (found.Amount, source, null);
    }

    // The percentages that HUD publishes are looked up, never computed; any other is computed and says so.
    private static LimitRule LevelOf(decimal percent) => percent switch
    {
        30 => new LimitRule.Published(PublishedLevel.ExtremelyLow),
        50 => new LimitRule.Published(PublishedLevel.VeryLow),
        80 => new LimitRule.Published(PublishedLevel.Low),
        _ => new LimitRule.Hud(percent),
    };
}
