using Commonstead.Leases;

namespace Commonstead.Resales;

/// <summary>A resale on the board, with the open step whose last day comes first.</summary>
public sealed class ResaleRow
{
    /// <summary>The resale.</summary>
    public ResaleId Id { get; init; }

    /// <summary>Its number.</summary>
    public string Number { get; init; } = "";

    /// <summary>The seller's lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>The home's address.</summary>
    public string Home { get; init; } = "";

    /// <summary>How it stands.</summary>
    public ResaleState State { get; init; }

    /// <summary>The day of the notice.</summary>
    public DateOnly NoticeOn { get; init; }

    /// <summary>Its open steps; learnt beside the rows.</summary>
    public IReadOnlyList<ResaleStep> OpenSteps { get; set; } = [];

    /// <summary>The step due next, or null.</summary>
    public StepKind? Next => Step?.Kind;

    /// <summary>True once one person has prepared the step and a second is to decide; learnt beside the rows.</summary>
    public bool IsPrepared { get; set; }

    /// <summary>Who is awaited for it.</summary>
    public StepOwner? Awaited => Step is { } step ? AwaitedStep.Whom(step.Kind, step.Owner, IsPrepared) : null;

    /// <summary>Its last day.</summary>
    public DateOnly? DueOn => Step?.DueOn;

    /// <summary>JSON: the terms it runs by.</summary>
    public string FrozenTerms { get; init; } = "";

    /// <summary>The terms it runs by.</summary>
    public ResaleTerms Terms => field ??= ResaleTerms.FromJson(FrozenTerms);

    /// <summary>The trust's purchase option.</summary>
    public OptionState Option { get; init; }

    /// <summary>The option's last day while it is open, or null.</summary>
    public DateOnly? OptionDueOn => OpenSteps.FirstOrDefault(s => s.Kind == StepKind.Option)?.DueOn;

    private ResaleStep? Step => StepPlan.Next(State, OpenSteps);
}
