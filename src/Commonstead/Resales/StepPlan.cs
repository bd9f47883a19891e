using Commonstead.Core;
using Commonstead.Platform.Trusts;

namespace Commonstead.Resales;

/// <summary>
/// What a step is: its owner, the event and deadline it counts by, and who loses what when it passes.
/// </summary>
/// <param name="Kind">The step.</param>
/// <param name="Owner">Who usually does it.</param>
/// <param name="From">The event its deadline counts from.</param>
/// <param name="Loss">Who loses what when the deadline passes, in plain words.</param>
public sealed record PlannedStep(StepKind Kind, StepOwner Owner, ResaleMilestone From, string Loss)
{
    /// <summary>True for the trust's own option, which is lost for good when its day passes.</summary>
    public bool LosesOption => Kind == StepKind.Option;
}

/// <summary>
/// The steps of a resale by country, after article 10 of the CLT Network's model ground lease of 2011 and what trusts
/// do
/// beside it.
/// </summary>
public static class StepPlan
{
    private static readonly PlannedStep[] _all =
    [
        new(StepKind.Inspection, StepOwner.Steward, ResaleMilestone.Notice,
            "The price and the repairs to ask for cannot be settled; the sale waits."),
        new(StepKind.Repairs, StepOwner.Seller, ResaleMilestone.Option,
            "What is not repaired is held back from the seller's proceeds."),
        new(StepKind.AppraisalOrdered, StepOwner.Steward, ResaleMilestone.Notice,
            "The trust is in breach of the lease; the seller may order an appraisal at the trust's cost."),
        new(StepKind.AppraisalReceived, StepOwner.Steward, ResaleMilestone.Notice,
            "The price cannot be determined; the sale waits."),
        new(StepKind.Determination, StepOwner.Approver, ResaleMilestone.Appraisal,
            "The option's time runs on without a price."),
        new(StepKind.Option, StepOwner.Board, ResaleMilestone.Appraisal,
            "The trust loses its option: the owner may sell to any qualified buyer."),
        new(StepKind.BuyerFound, StepOwner.Steward, ResaleMilestone.Option,
            "The closing is delayed; after six months the owner may sell to any buyer at the maximum price."),
        new(StepKind.BuyerCertified, StepOwner.Steward, ResaleMilestone.Option,
            "The closing's date cannot be kept."),
        new(StepKind.Orientation, StepOwner.Buyer, ResaleMilestone.Option,
            "The buyer cannot sign the lease (article 1 asks for the letters)."),
        new(StepKind.Mortgage, StepOwner.Buyer, ResaleMilestone.Option,
            "A mortgage that is not permitted is a breach of article 8; the buyer cannot close."),
        new(StepKind.MortgageRider, StepOwner.Buyer, ResaleMilestone.Option,
            "The lender cannot sell the loan; it will not close."),
        new(StepKind.PayoffLetters, StepOwner.Seller, ResaleMilestone.Option,
            "The seller's net proceeds cannot be stated; the closing waits."),
        new(StepKind.Closing, StepOwner.Steward, ResaleMilestone.Option,
            "The exercise of the option falls away, and the owner may sell to any qualified buyer."),
        new(StepKind.Recording, StepOwner.Steward, ResaleMilestone.Closing,
            "A later creditor or buyer may not be bound by the lease's restrictions."),
    ];

    /// <summary>The steps of a country: a mortgage rider is a form of the United States.</summary>
    public static IEnumerable<PlannedStep> Of(Country country) =>
        _all.Where(s => country == Country.UnitedStates || s.Kind != StepKind.MortgageRider);

    /// <summary>The plan of a step.</summary>
    public static PlannedStep Of(StepKind kind) => _all.First(s => s.Kind == kind);

    /// <summary>Sets the last day of every open step that counts from an event, now that the event has a day.</summary>
    public static void Reached(Resale resale, ResaleMilestone milestone, DateOnly on, ResaleSettings settings)
    {
        foreach (var step in resale.Steps.Where(s => Of(s.Kind).From == milestone && s.State == StepState.Open))
            step.DueOn = settings.DeadlineOf(step.Kind).LastDay(on, settings.Holidays(on));
    }
}
