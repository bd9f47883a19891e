using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Resales;

/// <summary>What becomes of the trust's purchase option.</summary>
public sealed class DecideOptionInput
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; set; }

    /// <summary>The version of the resale the actor saw.</summary>
    public int SeenVersion { get; set; }

    /// <summary>Exercised, assigned or lapsed.</summary>
    [Display(Name = "The option is")]
    [EnumDataType(typeof(OptionState), ErrorMessage = "Choose what becomes of the option.")]
    public OptionState Option { get; set; } = OptionState.Exercised;

    /// <summary>The day the owner was told.</summary>
    [Display(Name = "On")]
    public DateOnly On { get; set; }

    /// <summary>The board's minute or the letter's reference.</summary>
    [Required(ErrorMessage = "Enter the minute or letter that records it.")]
    [StringLength(300, ErrorMessage = "The reference is longer than 300 characters.")]
    [Display(Name = "Minute or letter")]
    public string Reference { get; set; } = "";
}

/// <summary>Why the option is not decided; <see cref="ResaleRefusal"/> comes before.</summary>
public enum DecideOptionRefusal
{
    /// <summary>It was decided.</summary>
    [Says("The option was decided already: {0}.", Kind = RefusalKind.Conflict)]
    Decided,

    /// <summary>Open is no decision.</summary>
    [Says("Choose exercised, assigned or lapsed.", Field = nameof(DecideOptionInput.Option))]
    NoDecision,

    /// <summary>The day lies between the notice and today.</summary>
    [Says("The day must lie between the notice, {0}, and today.", Field = nameof(DecideOptionInput.On))]
    DateOutOfRange,

    /// <summary>The option's last day has passed.</summary>
    [Says("The option could be exercised until {0}. It has lapsed; record that.",
        Field = nameof(DecideOptionInput.On))]
    TooLate,

    /// <summary>There must be a price to exercise it at.</summary>
    [Says("The maximum price is not approved yet; without it there is no option price.")]
    NoPrice,
}

/// <summary>Records that the trust exercises its option, lets another buy in its place, or has let it lapse.</summary>
[Needs(ResalePermission.Work)]
[Does("Purchase option decided")]
public sealed class DecideOption(Acting acting, ResaleWork work) : IOperation<DecideOptionInput, ResaleId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResaleId>> Run(DecideOptionInput input)
    {
        var found = await work.Open(input.Resale, input.SeenVersion);
        if (!found.IsDone) return Outcome<ResaleId>.Refused(found.Refusals);
        var resale = found.Value;
        if (resale.Option != OptionState.Open) return new Refusal(DecideOptionRefusal.Decided, resale.Option);
        if (input.Option == OptionState.Open) return DecideOptionRefusal.NoDecision;
        if (input.On < resale.NoticeOn || input.On > acting.Today)
            return new Refusal(DecideOptionRefusal.DateOutOfRange, resale.NoticeOn);
        var lapses = input.Option == OptionState.Lapsed;
        if (!lapses && resale.Step(StepKind.Option).DueOn is { } last && input.On > last)
            return new Refusal(DecideOptionRefusal.TooLate, last);
        if (!lapses && resale.Determination is null) return DecideOptionRefusal.NoPrice;
        resale.Option = input.Option;
        resale.OptionOn = input.On;
        ResaleWork.Settle(resale, StepKind.Option, StepState.Done, input.On, input.Reference);
        if (lapses) GiveOwnerTime(resale);
        else StepPlan.Reached(resale, ResaleMilestone.Option, input.On);
        work.Happened(resale, input.On, new Sentence("Purchase option: {0}.", input.Option),
            input.Reference);
        return resale.Id;
    }

    // Until the owner may sell to anyone, the buyer qualifies as the lease asks; until the trust may sell for her, the
    // sale is hers alone (model lease, article 10). Nothing else has a last day any more.
    private static void GiveOwnerTime(Resale resale)
    {
        foreach (var step in resale.Steps.Where(s =>
            StepPlan.Of(s.Kind).From == ResaleMilestone.Option && s.State == StepState.Open))
            step.DueOn = StepPlan.LastDayOnceLapsed(step.Kind, resale);
    }
}
