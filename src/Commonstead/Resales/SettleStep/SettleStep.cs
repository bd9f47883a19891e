using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Resales;

/// <summary>What came of a step.</summary>
public sealed class SettleStepInput
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; set; }

    /// <summary>The version of the resale the actor saw.</summary>
    public int SeenVersion { get; set; }

    /// <summary>The step.</summary>
    [EnumDataType(typeof(StepKind), ErrorMessage = "Choose a step.")]
    public StepKind Kind { get; set; }

    /// <summary>Done, not needed, or to be done again.</summary>
    [Display(Name = "It is"), EnumDataType(typeof(StepState), ErrorMessage = "Choose how the step stands.")]
    public StepState State { get; set; } = StepState.Done;

    /// <summary>The day.</summary>
    [Display(Name = "On")]
    public DateOnly On { get; set; }

    /// <summary>Who does it from now on, while it is to be done.</summary>
    [Display(Name = "Owner")]
    public StepOwner? Owner { get; set; }

    /// <summary>What was found, or why it is not needed.</summary>
    [StringLength(1000, ErrorMessage = "The note is longer than 1,000 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "Note, or why it is not needed")]
    public string? Note { get; set; }
}

/// <summary>Why a step is not settled; <see cref="ResaleRefusal"/> comes before.</summary>
public enum SettleStepRefusal
{
    /// <summary>This step follows from something else being recorded.</summary>
    [Says("“{0}” settles itself when that is recorded; it cannot be ticked.")]
    SettlesItself,

    /// <summary>The resale has no such step.</summary>
    [Says("This resale has no such step.")]
    NoStep,

    /// <summary>A step that is not needed says why.</summary>
    [Says("Say why this step is not needed.", Field = nameof(SettleStepInput.Note))]
    NoReason,

    /// <summary>The day lies between the notice and today.</summary>
    [Says("The day must lie between the notice, {0}, and today.", Field = nameof(SettleStepInput.On))]
    DateOutOfRange,
}

/// <summary>Records that a step is done, is not needed, or is to be done again.</summary>
[Needs(ResalePermission.Work)]
[Does("Step of a resale settled")]
public sealed class SettleStep(Acting acting, ResaleWork work) : IOperation<SettleStepInput, ResaleId>
{
    private static readonly HashSet<StepKind> _settleThemselves =
    [
        StepKind.AppraisalReceived, StepKind.Determination, StepKind.Option, StepKind.BuyerFound,
            StepKind.BuyerCertified,
        StepKind.Closing,
    ];

    /// <summary>True for steps a person ticks; the others follow from what is recorded.</summary>
    public static bool IsTicked(StepKind kind) => !_settleThemselves.Contains(kind);

    /// <summary>
    /// True when a buyer's income need not be certified: the owner may sell to anyone (model lease, article 10).
    /// </summary>
    public static bool NeedsNoIncome(Resale resale, StepKind kind, DateOnly on) =>
        kind == StepKind.BuyerCertified && resale.AnyBuyerFrom <= on;

    /// <inheritdoc/>
    public async Task<Outcome<ResaleId>> Run(SettleStepInput input)
    {
        var found = input.Kind == StepKind.Recording
            ? await work.At(input.Resale, input.SeenVersion)
            : await work.Open(input.Resale, input.SeenVersion);
        if (!found.IsDone) return Outcome<ResaleId>.Refused(found.Refusals);
        var resale = found.Value;
        if (!IsTicked(input.Kind)
            && !(input.State == StepState.NotNeeded && NeedsNoIncome(resale, input.Kind, input.On)))
            return new Refusal(SettleStepRefusal.SettlesItself, input.Kind);
        if (resale.Steps.FirstOrDefault(s => s.Kind == input.Kind) is not { } step) return SettleStepRefusal.NoStep;
        if (input.State == StepState.NotNeeded
            && string.IsNullOrWhiteSpace(input.Note)) return SettleStepRefusal.NoReason;
        if (input.On < resale.NoticeOn || input.On > acting.Today)
            return new Refusal(SettleStepRefusal.DateOutOfRange, resale.NoticeOn);
        step.Owner = input.Owner ?? step.Owner;
        ResaleWork.Settle(resale, input.Kind, input.State, input.On, input.Note);
        work.Happened(resale, input.On, Told(input), input.Note);
        return resale.Id;
    }

    private static Sentence Told(SettleStepInput input) => input.State switch
    {
        StepState.Done => new Sentence("{0}: done.", input.Kind),
        StepState.NotNeeded => new Sentence("{0}: not needed.", input.Kind),
        _ => new Sentence("{0}: to be done again.", input.Kind),
    };
}
