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
    /// <summary>True for steps whose papers are the buyer's affair and not the seller's.</summary>
    public bool ConcernsBuyer { get; init; }

    /// <summary>
    /// True for steps that, once the option has lapsed, must be done before the owner may sell to anyone (article 10).
    /// </summary>
    public bool EndsTrustsSay { get; init; }
}

/// <summary>
/// The steps of a resale by country, after article 10 of the CLT Network's model ground lease of 2011 and what trusts
/// do beside it.
/// </summary>
public static class StepPlan
{
    private static readonly PlannedStep[] _all =
    [
        new(StepKind.Inspection, StepOwner.Steward, ResaleMilestone.Notice,
            "The seller loses time: the repairs cannot be agreed, and the sale waits."),
        new(StepKind.Repairs, StepOwner.Seller, ResaleMilestone.Option,
            "The seller loses money: what is not repaired is held back from the proceeds."),
        new(StepKind.AppraisalOrdered, StepOwner.Steward, ResaleMilestone.Notice,
            "The trust breaks the lease, and the seller loses time: without an appraisal there is no price."),
        new(StepKind.AppraisalReceived, StepOwner.Steward, ResaleMilestone.Notice,
            "The seller loses time: without the appraisal there is no price, and the sale waits."),
        new(StepKind.Determination, StepOwner.Approver, ResaleMilestone.Appraisal,
            "The trust loses days of its option: its time runs on without a price."),
        new(StepKind.Option, StepOwner.Board, ResaleMilestone.Appraisal,
            "The trust loses its option for good: the owner may sell to any qualified buyer."),
        new(StepKind.BuyerFound, StepOwner.Steward, ResaleMilestone.Option,
            "The trust loses time to close; when the closing's day passes too, its option falls away.")
        {
            ConcernsBuyer = true,
            EndsTrustsSay = true,
        },
        new(StepKind.BuyerCertified, StepOwner.Steward, ResaleMilestone.Option,
            "The buyer loses the closing's date: nobody buys before the income is certified.")
        {
            ConcernsBuyer = true,
        },
        new(StepKind.Orientation, StepOwner.Buyer, ResaleMilestone.Option,
            "The buyer loses the closing's date: the lease is not signed without the letters (article 1).")
        {
            ConcernsBuyer = true,
        },
        new(StepKind.Mortgage, StepOwner.Buyer, ResaleMilestone.Option,
            "The buyer loses the loan: a mortgage that is not permitted is a breach of article 8.")
        {
            ConcernsBuyer = true,
        },
        new(StepKind.MortgageRider, StepOwner.Buyer, ResaleMilestone.Option,
            "The buyer loses the loan: the lender cannot sell it on, and will not close.")
        {
            ConcernsBuyer = true,
        },
        new(StepKind.PayoffLetters, StepOwner.Seller, ResaleMilestone.Option,
            "The seller loses the closing's date: the net proceeds cannot be stated."),
        new(StepKind.Closing, StepOwner.Steward, ResaleMilestone.Option,
            "The trust loses the exercise of its option: the owner may sell to any qualified buyer.")
        {
            EndsTrustsSay = true,
        },
        new(StepKind.Recording, StepOwner.Steward, ResaleMilestone.Closing,
            "The trust loses protection: a later creditor or buyer may not be bound by the lease's restrictions."),
    ];

    /// <summary>The steps of a country: a mortgage rider is a form of the United States.</summary>
    public static IEnumerable<PlannedStep> Of(Country country) =>
        _all.Where(s => country == Country.UnitedStates || s.Kind != StepKind.MortgageRider);

    /// <summary>The plan of a step.</summary>
    public static PlannedStep Of(StepKind kind) => _all.First(s => s.Kind == kind);

    /// <summary>What is to be done, for lists of work: a step's own name would read as if it were done.</summary>
    public static string ToDo(StepKind kind) => kind switch
    {
        StepKind.Inspection => "Inspect the home",
        StepKind.Repairs => "Have the repairs done",
        StepKind.AppraisalOrdered => "Order the appraisal",
        StepKind.AppraisalReceived => "Record the appraisal that came",
        StepKind.Determination => "Work out the maximum price, and approve it",
        StepKind.Option => "Decide on the purchase option",
        StepKind.BuyerFound => "Find a buyer",
        StepKind.BuyerCertified => "Certify the buyer's income",
        StepKind.Orientation => "Hold the orientation, and get the attorney's letter",
        StepKind.Mortgage => "Decide on the buyer's mortgage",
        StepKind.MortgageRider => "Have the mortgage rider signed",
        StepKind.PayoffLetters => "Get the payoff letters",
        StepKind.Closing => "Prepare the closing, and confirm it",
        StepKind.Recording => "Record the memorandum of lease",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown step."),
    };

    /// <summary>
    /// The event from which a step's deadline counts in a resale; where no appraisal is needed, the notice itself.
    /// </summary>
    public static ResaleMilestone CountsFrom(StepKind kind, Resale resale) => Of(kind).From switch
    {
        ResaleMilestone.Appraisal when resale.Step(StepKind.AppraisalReceived).State == StepState.NotNeeded =>
            ResaleMilestone.Notice,
        var from => from,
    };

    /// <summary>The steps that are still to be done once the home has changed hands.</summary>
    public static IReadOnlyList<StepKind> AfterClosing { get; } =
        [.. _all.Where(s => s.From == ResaleMilestone.Closing).Select(s => s.Kind)];

    /// <summary>
    /// The step of a resale that is due next, or null: the open one whose last day comes first, of one day the earlier
    /// in their usual order, and those without a day last.
    /// </summary>
    public static ResaleStep? Next(ResaleState state, IEnumerable<ResaleStep> steps) => steps
        .Where(s => s.State == StepState.Open && (state == ResaleState.Open
            || (state == ResaleState.Closed && AfterClosing.Contains(s.Kind))))
        .OrderBy(s => s.DueOn is null).ThenBy(s => s.DueOn).ThenBy(s => s.Kind).FirstOrDefault();

    /// <summary>Where a step is done; null once its resale is closed or cancelled.</summary>
    public static string? PlaceOfWork(this ResaleStep step, Resale resale) =>
        !resale.IsOpen && !AfterClosing.Contains(step.Kind) ? null : step.Kind switch
        {
            StepKind.AppraisalReceived => $"/resales/{resale.Id}/appraisal",
            StepKind.Determination => $"/leases/{resale.Lease}/price",
            StepKind.Option => $"/resales/{resale.Id}/option",
            StepKind.BuyerFound => $"/resales/{resale.Id}/buyer",
            StepKind.BuyerCertified => $"/resales/{resale.Id}/certify",
            StepKind.Closing => $"/resales/{resale.Id}/close",
            _ => $"/resales/{resale.Id}/steps/{step.Kind}",
        };

    /// <summary>
    /// Who loses what when a step's last day passes, in a resale whose option stands as it does, under its terms.
    /// </summary>
    public static string LossOf(StepKind kind, OptionState option, ResaleTerms terms) =>
        option != OptionState.Lapsed || !Of(kind).EndsTrustsSay ? Of(kind).Loss
            : kind == StepKind.Closing && terms.MonthsToPowerOfSale > 0
                ? "The owner loses the sole right to sell: the trust gains the power to sell the home as the " +
                    "owner’s attorney in fact (model lease, article 10)."
                : "The trust loses its say on the buyer: the owner may sell to anyone, at no more than the maximum " +
                    "price.";

    /// <summary>The last day of a step that counted from the option, once that has lapsed; null for none.</summary>
    internal static DateOnly? LastDayOnceLapsed(StepKind kind, Resale resale) =>
        !Of(kind).EndsTrustsSay ? null
            : kind == StepKind.Closing && resale.PowerOfSaleFrom is { } power ? power : resale.AnyBuyerFrom;

    /// <summary>Opens again whatever counts from an event that is undone, without a last day.</summary>
    public static void Undone(Resale resale, ResaleMilestone milestone)
    {
        foreach (var step in resale.Steps.Where(s => Of(s.Kind).From == milestone))
            (step.State, step.SettledOn, step.DueOn) = (StepState.Open, null, null);
    }

    /// <summary>Sets the last day of every open step that counts from an event, now that the event has a day.</summary>
    public static void Reached(Resale resale, ResaleMilestone milestone, DateOnly on)
    {
        var terms = resale.Terms;
        foreach (var step in resale.Steps.Where(s => Of(s.Kind).From == milestone && s.State == StepState.Open))
            step.DueOn = terms.DeadlineOf(step.Kind).LastDay(on, terms.Holidays(on));
    }
}
