using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>An interest that does not hold, or holds no longer.</summary>
public sealed class WithdrawInterestInput
{
    /// <summary>The interest.</summary>
    public DeclaredInterestId Interest { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why the interest does not hold.")]
    [StringLength(500, ErrorMessage = "The reason is longer than 500 characters.")]
    [Display(Name = "Reason"), DataType(DataType.MultilineText)]
    public string Reason { get; set; } = "";
}

/// <summary>Why an interest stays on record as standing.</summary>
public enum WithdrawInterestRefusal
{
    /// <summary>No such interest.</summary>
    [Says("There is no such interest.", Kind = RefusalKind.NotFound)]
    NoInterest,

    /// <summary>It was withdrawn.</summary>
    [Says("That interest was withdrawn on {0}.", Kind = RefusalKind.Conflict)]
    WithdrawnAlready,

    /// <summary>Nobody clears herself.</summary>
    [Says("It is your own interest. Another person must say that it does not hold.", Kind = RefusalKind.NotAllowed)]
    Yours,
}

/// <summary>Another person finds that a declared interest does not hold; it stays on record with the reason.</summary>
[Needs(ResalePermission.ConfirmClosing)]
[Does("Conflict of interest withdrawn")]
public sealed class WithdrawInterest(TrustDb db, Acting acting, ResaleWork work)
    : IOperation<WithdrawInterestInput, DeclaredInterestId>
{
    /// <inheritdoc/>
    public async Task<Outcome<DeclaredInterestId>> Run(WithdrawInterestInput input)
    {
        if (await db.Set<DeclaredInterest>().FirstOrDefaultAsync(i => i.Id == input.Interest) is not { } interest)
            return WithdrawInterestRefusal.NoInterest;
        if (interest.WithdrawnOn is { } on) return new Refusal(WithdrawInterestRefusal.WithdrawnAlready, on);
        if (interest.Account == acting.Actor.Key
            || (interest.Person is { } person && person.Value == acting.Actor.Person))
            return WithdrawInterestRefusal.Yours;
        var found = await work.Now(interest.Resale);
        if (!found.IsDone) return Outcome<DeclaredInterestId>.Refused(found.Refusals);
        (interest.WithdrawnOn, interest.WithdrawnBecause) = (acting.Today, input.Reason.Trim());
        work.Happened(found.Value, acting.Today, "Interest withdrawn.", input.Reason);
        return interest.Id;
    }
}
