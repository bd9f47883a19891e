using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>The trust's answer to a notice of works, or their finish.</summary>
public sealed class CarryWorksInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>The works.</summary>
    public ImprovementId Works { get; set; }

    /// <summary>The works' version, as the person saw them.</summary>
    public int Version { get; set; }

    /// <summary>What happened; nothing until somebody says so.</summary>
    [Required(ErrorMessage = "Choose what happened.")]
    [Display(Name = "What happened"), EnumDataType(typeof(WorksStep), ErrorMessage = "Choose what happened.")]
    public WorksStep? Step { get; set; }

    /// <summary>The day.</summary>
    [Required(ErrorMessage = "Enter the day.")]
    [Display(Name = "On")]
    public DateOnly? On { get; set; }

    /// <summary>What they cost, once finished.</summary>
    [Display(Name = "What they cost")]
    public Money? Cost { get; set; }

    /// <summary>What a resale credits.</summary>
    [Display(Name = "Credited at a resale")]
    public Money? CreditedValue { get; set; }
}

/// <summary>A step of works.</summary>
public enum WorksStep
{
    /// <summary>The trust agreed.</summary>
    [Display(Name = "The trust approved")] Approve,

    /// <summary>The trust did not agree.</summary>
    [Display(Name = "The trust declined")] Decline,

    /// <summary>They are finished.</summary>
    [Display(Name = "The works are finished")] Finish,
}

/// <summary>Answers a notice of works, or records that they are finished and what they count for.</summary>
[Needs(LeasePermission.Edit)]
[Does("Improvement taken a step further")]
public sealed class CarryWorks(TrustDb db, Acting acting) : IOperation<CarryWorksInput, ImprovementId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ImprovementId>> Run(CarryWorksInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<ImprovementId>.Refused(found.Refusals);
        var works = await db.Set<Improvement>().FirstOrDefaultAsync(i => i.Id == input.Works && i.Lease == input.Lease);
        if (works is null) return CommonRefusal.NotFound;
        if (works.Version != input.Version)
            return Refusal.ChangedSince(works, input.Version, $"the works are now “{works.Stage}”");
        if (Broken(works, input) is { } refusal) return refusal;
        if (input.Step == WorksStep.Finish) works.Complete(input.On!.Value, input.Cost ?? works.Cost,
            input.CreditedValue);
        else works.Decide(input.Step == WorksStep.Approve, input.On!.Value);
        return works.Id;
    }

    private Refusal? Broken(Improvement works, CarryWorksInput input)
    {
        if (input.Step == WorksStep.Finish && works.Stage == ImprovementStage.Noticed)
            return new Refusal(WorksRefusal.NotApproved);
        var needed = input.Step == WorksStep.Finish ? ImprovementStage.Approved : ImprovementStage.Noticed;
        if (works.Stage != needed) return new Refusal(WorksRefusal.NotAtThisStage, works.Stage);
        var earliest = works.DecidedOn ?? works.NoticeOn;
        if (input.On < earliest || input.On > acting.Today)
            return Refusal.At(nameof(input.On), WorksRefusal.DayNotUsable, earliest);
        var currency = acting.Profile.Currency;
        Money?[] amounts = [input.Cost, input.CreditedValue];
        return amounts.Any(a => a is { } money && (money.Currency != currency || money.Minor < 0))
            ? new Refusal(WorksRefusal.AmountNotUsable, currency.Code)
            : null;
    }
}
