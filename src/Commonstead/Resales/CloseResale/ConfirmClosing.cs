using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>A closing to confirm.</summary>
public sealed class ConfirmClosingInput
{
    /// <summary>The closing.</summary>
    public ClosingId Closing { get; set; }

    /// <summary>The version of the resale the actor saw.</summary>
    public int SeenVersion { get; set; }
}

/// <summary>Why a closing is not confirmed; <see cref="ResaleRefusal"/> comes between.</summary>
public enum ConfirmClosingRefusal
{
    /// <summary>No such closing.</summary>
    [Says("There is no such closing.", Kind = RefusalKind.NotFound)]
    NoClosing,

    /// <summary>It takes two.</summary>
    [Says("You prepared this closing. Another person must confirm it.")]
    PreparedByYourself,

    /// <summary>It was decided.</summary>
    [Says("This closing was decided already: {0}.", Kind = RefusalKind.Conflict)]
    Decided,

    /// <summary>The home has not changed hands before the day.</summary>
    [Says("The closing date is {0}; confirm it on that day or after.")]
    NotYet,

    /// <summary>The price holds no longer.</summary>
    [Says("The price this closing stands under does not hold on {0}. Prepare it anew.")]
    PriceDoesNotHold,

    /// <summary>The certification holds no longer.</summary>
    [Says("The buyer's certification does not hold on {0}. Prepare it anew.")]
    CertificationDoesNotHold,
}

/// <summary>A second person confirms a closing: the home belongs to its new owners, and their lease follows.</summary>
[Needs(ResalePermission.ConfirmClosing)]
[Does("Closing confirmed by a second person")]
public sealed class ConfirmClosing(
    TrustDb db, Acting acting, IPrices prices, ResaleBoard board, ResaleWork work, Events events)
    : IOperation<ConfirmClosingInput, ResaleId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResaleId>> Run(ConfirmClosingInput input)
    {
        var closing = await db.Set<Closing>().AsNoTracking().Include(c => c.Decisions).FirstOrDefaultAsync(c =>
            c.Id == input.Closing);
        if (closing is null) return ConfirmClosingRefusal.NoClosing;
        if (closing.PreparedBy == acting.Actor.Key) return ConfirmClosingRefusal.PreparedByYourself;
        if (closing.State != ClosingState.Prepared) return new Refusal(ConfirmClosingRefusal.Decided, closing.State);
        var found = await work.Open(closing.Resale, input.SeenVersion);
        if (!found.IsDone) return Outcome<ResaleId>.Refused(found.Refusals);
        var resale = found.Value;
        if (closing.ClosesOn > acting.Today) return new Refusal(ConfirmClosingRefusal.NotYet, closing.ClosesOn);
        var price = await prices.Determination(closing.Determination);
        if (price?.HoldsOn(closing.ClosesOn) != true || closing.Price > price.MaximumPrice
            || resale.Determination != closing.Determination)
            return new Refusal(ConfirmClosingRefusal.PriceDoesNotHold, closing.ClosesOn);
        var certification = await board.Certification(closing.Certification);
        if (resale.Certification != closing.Certification || certification?.ExpiresOn < closing.ClosesOn)
            return new Refusal(ConfirmClosingRefusal.CertificationDoesNotHold, closing.ClosesOn);
        db.Add(new ClosingDecision
        {
            Closing = closing.Id,
            Kind = ClosingDecisionKind.Confirmed,
            At = acting.Now,
            By = acting.Actor.Key,
        });
        resale.State = ResaleState.Closed;
        ResaleWork.Settle(resale, StepKind.Closing, StepState.Done, closing.ClosesOn);
        StepPlan.Reached(resale, ResaleMilestone.Closing, closing.ClosesOn);
        if (closing.NewLease is { } newLease && await board.TermsOf(resale.Lease) is { } terms)
            db.Add(terms.For(newLease));
        work.Happened(
            resale, closing.ClosesOn, new Sentence("Closed: the home has changed hands for {0}.", closing.Price));
        var told = new ResaleClosed(
            resale.Id, resale.Lease, [.. resale.Buyers.Select(b => b.Person)], closing.Price, closing.ClosesOn,
            closing.NewLease, closing.NewLeaseNumber);
        return await events.Raise(told) is { Count: > 0 } refused ? Outcome<ResaleId>.Refused(refused) : resale.Id;
    }
}
