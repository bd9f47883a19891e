using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>An appraisal as it came in.</summary>
public sealed class RecordAppraisalInput
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; set; }

    /// <summary>The version of the resale the actor saw.</summary>
    public int SeenVersion { get; set; }

    /// <summary>The appraiser.</summary>
    [Required(ErrorMessage = "Enter the appraiser's name.")]
    [StringLength(120, ErrorMessage = "The name is longer than 120 characters.")]
    [Display(Name = "Appraiser")]
    public string Appraiser { get; set; } = "";

    /// <summary>The licence.</summary>
    [Required(ErrorMessage = "Enter the number of the appraiser's license.")]
    [StringLength(60, ErrorMessage = "The number is longer than 60 characters.")]
    [Display(Name = "License number")]
    public string Licence { get; set; } = "";

    /// <summary>The document's reference.</summary>
    [Required(ErrorMessage = "Enter the document's reference.")]
    [StringLength(60, ErrorMessage = "The reference is longer than 60 characters.")]
    [Display(Name = "Document's reference")]
    public string Reference { get; set; } = "";

    /// <summary>Who ordered it.</summary>
    [StringLength(120, ErrorMessage = "The name is longer than 120 characters."), Display(Name = "Ordered by")]
    public string? OrderedBy { get; set; }

    /// <summary>Who paid for it.</summary>
    [StringLength(120, ErrorMessage = "The name is longer than 120 characters."), Display(Name = "Paid by")]
    public string? PaidBy { get; set; }

    /// <summary>The day of inspection.</summary>
    [Display(Name = "Home inspected on")]
    public DateOnly InspectedOn { get; set; }

    /// <summary>The day the value is stated for.</summary>
    [Display(Name = "Value stated for")]
    public DateOnly EffectiveOn { get; set; }

    /// <summary>The day it was received.</summary>
    [Display(Name = "Received on")]
    public DateOnly ReceivedOn { get; set; }

    /// <summary>The last day it may be used, when it states one.</summary>
    [Display(Name = "Expires on")]
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>What it values.</summary>
    [Display(Name = "Interest valued")]
    [EnumDataType(typeof(AppraisalBasis), ErrorMessage = "Choose the interest valued.")]
    public AppraisalBasis Basis { get; set; }

    /// <summary>The value.</summary>
    [Display(Name = "Value")]
    public Money Value { get; set; }

    /// <summary>The land's part.</summary>
    [Display(Name = "Of it, the land")]
    public Money? LandValue { get; set; }

    /// <summary>What improvements added.</summary>
    [Display(Name = "Added by the owner's improvements")]
    public Money? ValueAdded { get; set; }
}

/// <summary>Why an appraisal is not taken; <see cref="ResaleRefusal"/> comes before.</summary>
public enum RecordAppraisalRefusal
{
    /// <summary>The lease's rule asks for another interest to be valued.</summary>
    [Says("The lease asks for an appraisal of “{0}”; this one values “{1}”.",
        Field = nameof(RecordAppraisalInput.Basis))]
    WrongBasis,

    /// <summary>An appraisal is of something.</summary>
    [Says("Enter a value above zero in {0}.", Field = nameof(RecordAppraisalInput.Value))]
    ValueOutOfRange,

    /// <summary>The parts are more than the whole.</summary>
    [Says("The land and the improvements' part cannot be below zero or above the value.",
        Field = nameof(RecordAppraisalInput.LandValue))]
    PartsOutOfRange,

    /// <summary>Inspected, stated for, received: in this order, none in the future.</summary>
    [Says("An appraisal is inspected before it is received, and received by today. Check the dates.",
        Field = nameof(RecordAppraisalInput.ReceivedOn))]
    DatesOutOfOrder,

    /// <summary>A second opinion comes from a second person.</summary>
    [Says("The appraisal in dispute is by {0}, license {1}. The next one must come from another appraiser.",
        Field = nameof(RecordAppraisalInput.Licence))]
    SameAppraiser,

    /// <summary>It is too old for this sale.</summary>
    [Says("The value is stated for {0}; such an appraisal may be used until {1}.",
        Field = nameof(RecordAppraisalInput.EffectiveOn))]
    TooOld,
}

/// <summary>
/// Takes an appraisal, when it is what the lease asks for; the option's time counts from the day it was received.
/// </summary>
[Needs(ResalePermission.Work)]
[Does("Appraisal recorded")]
public sealed class RecordAppraisal(TrustDb db, Acting acting, ILeases leases, ResaleBoard board, ResaleWork work)
    : IOperation<RecordAppraisalInput, ResaleId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResaleId>> Run(RecordAppraisalInput input)
    {
        var found = await work.Open(input.Resale, input.SeenVersion);
        if (!found.IsDone) return Outcome<ResaleId>.Refused(found.Refusals);
        var resale = found.Value;
        var lease = await leases.Terms(resale.Lease);
        if (lease?.AppraisalBasis is { } asked && asked != input.Basis)
            return new Refusal(RecordAppraisalRefusal.WrongBasis, asked, input.Basis);
        if (input.Value.Minor <= 0 || input.Value.Currency != acting.Profile.Currency)
            return new Refusal(RecordAppraisalRefusal.ValueOutOfRange, acting.Profile.Currency);
        if (!IsPart(input.LandValue, input.Value) || !IsPart(input.ValueAdded, input.Value))
            return RecordAppraisalRefusal.PartsOutOfRange;
        if (input.InspectedOn > input.ReceivedOn || input.EffectiveOn > input.ReceivedOn
            || input.ReceivedOn > acting.Today)
            return RecordAppraisalRefusal.DatesOutOfOrder;
        var lastDay = CalendarMath.AddMonths(input.EffectiveOn, resale.Terms.AppraisalMonths);
        if (input.ExpiresOn < lastDay) lastDay = input.ExpiresOn.Value;
        if (lastDay < acting.Today) return new Refusal(RecordAppraisalRefusal.TooOld, input.EffectiveOn, lastDay);
        var appraisal = Of(input, lastDay);
        var dispute = await db.Set<AppraisalDispute>().FirstOrDefaultAsync(d =>
            d.Resale == resale.Id && d.SettledOn == null);
        if (dispute is null)
        {
            resale.Appraisal = appraisal.Id;
            Received(resale, appraisal, new Sentence("Appraisal received."));
        }
        else if (await Next(resale, dispute, appraisal) is { } refused) return refused;
        db.Add(appraisal);
        return resale.Id;
    }

    // In a dispute the next appraisal settles it, or leaves it to a third.
    private async Task<Refusal?> Next(Resale resale, AppraisalDispute dispute, Appraisal next)
    {
        var first = (await board.Appraisal(dispute.First))!;
        foreach (var earlier in new[] { first, await board.Appraisal(dispute.Second) })
        {
            if (earlier is not null && string.Equals(earlier.Licence, next.Licence, StringComparison.OrdinalIgnoreCase))
                return new Refusal(RecordAppraisalRefusal.SameAppraiser, earlier.Appraiser, earlier.Licence);
        }

        dispute.Take(next, first, acting.Now);
        if (dispute.SettledValue is { } settled)
            Received(resale, next, new Sentence("Appraisal received; it settles the dispute at {0}.", settled));
        else work.Happened(resale, next.ReceivedOn, "Second appraisal received; a third decides.", next.Reference);
        return null;
    }

    private void Received(Resale resale, Appraisal appraisal, Sentence told)
    {
        ResaleWork.Settle(resale, StepKind.AppraisalOrdered, StepState.Done, appraisal.InspectedOn);
        ResaleWork.Settle(resale, StepKind.AppraisalReceived, StepState.Done, appraisal.ReceivedOn);
        StepPlan.Reached(resale, ResaleMilestone.Appraisal, appraisal.ReceivedOn);
        work.Happened(resale, appraisal.ReceivedOn, told, appraisal.Reference);
    }

    private static bool IsPart(Money? part, Money whole) =>
        part is not { } amount || (amount.Currency == whole.Currency && amount.Minor >= 0 && amount <= whole);

    private static Appraisal Of(RecordAppraisalInput input, DateOnly lastDay) => new()
    {
        Resale = input.Resale,
        Appraiser = input.Appraiser.Trim(),
        Licence = input.Licence.Trim(),
        Reference = input.Reference.Trim(),
        OrderedBy = input.OrderedBy?.Trim() ?? "",
        PaidBy = input.PaidBy?.Trim() ?? "",
        InspectedOn = input.InspectedOn,
        EffectiveOn = input.EffectiveOn,
        ReceivedOn = input.ReceivedOn,
        ExpiresOn = lastDay,
        Basis = input.Basis,
        Value = input.Value,
        LandValue = input.LandValue,
        ValueAdded = input.ValueAdded,
    };
}
