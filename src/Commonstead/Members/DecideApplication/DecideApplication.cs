using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>What was decided on an application.</summary>
public sealed class DecideApplicationInput
{
    /// <summary>The application.</summary>
    public MembershipApplicationId Application { get; set; }

    /// <summary>Its version, as the person saw it.</summary>
    public int Version { get; set; }

    /// <summary>Admit or decline.</summary>
    [Display(Name = "Decision"), EnumDataType(typeof(ApplicationDecision), ErrorMessage = "Choose what was decided.")]
    public ApplicationDecision Decision { get; set; }

    /// <summary>Who it is in the register of people; null for somebody new.</summary>
    [Display(Name = "Who they are in the register of people")]
    public PersonId? Person { get; set; }

    /// <summary>The first day of membership.</summary>
    [Display(Name = "Member since")]
    public DateOnly? JoinedOn { get; set; }

    /// <summary>What was paid for the share.</summary>
    [Display(Name = "Paid for the share")]
    public Money? Paid { get; set; }

    /// <summary>Why it was declined.</summary>
    [StringLength(500, ErrorMessage = "The reason is longer than 500 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "Reason, which the applicant is told")]
    public string? Reason { get; set; }
}

/// <summary>What may be decided.</summary>
public enum ApplicationDecision
{
    /// <summary>They become a member.</summary>
    [Display(Name = "Admit")] Admit,

    /// <summary>They do not.</summary>
    [Display(Name = "Decline")] Decline,
}

/// <summary>Why an application is not decided.</summary>
public enum DecideApplicationRefusal
{
    /// <summary>There is one decision.</summary>
    [Says("This application does not await a decision.", Kind = RefusalKind.Conflict)]
    NotWaiting,

    /// <summary>Who is declined may ask why.</summary>
    [Says("Say why; the applicant is told.", Field = nameof(DecideApplicationInput.Reason))]
    ReasonMissing,

    /// <summary>Membership begins once the address was confirmed, and not ahead.</summary>
    [Says("Enter a day from {0} to today.", Field = nameof(DecideApplicationInput.JoinedOn))]
    DayNotUsable,

    /// <summary>A society's member holds a share, and it is paid for.</summary>
    [Says("The share costs {0}. Enter what was paid once it is.", Field = nameof(DecideApplicationInput.Paid))]
    ShareNotPaid,

    /// <summary>Classes may have changed since they applied.</summary>
    [Says("The class they asked for is no longer there. Decline, and ask them to apply anew.",
        Kind = RefusalKind.Conflict)]
    ClassGone,

    /// <summary>One member, one vote.</summary>
    [Says("{0} is a member already, with the number {1}.", Field = nameof(DecideApplicationInput.Person))]
    MemberAlready,
}

/// <summary>Admits or declines somebody who applied, and tells them.</summary>
[Needs(MembersPermission.Decide)]
[Does("Application for membership decided")]
public sealed class DecideApplication(
    TrustDb db, Acting acting, MemberRegister register, Admission admission, ApplicationMail mail)
    : IOperation<DecideApplicationInput, MembershipApplicationId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MembershipApplicationId>> Run(DecideApplicationInput input)
    {
        var found = await db.Set<MembershipApplication>().FirstOrDefaultAsync(a => a.Id == input.Application);
        if (found is not { } application) return CommonRefusal.NotFound;
        if (application.State != ApplicationState.Waiting) return DecideApplicationRefusal.NotWaiting;
        if (application.Version != input.Version)
            return Refusal.ChangedSince(application, input.Version, "the application");
        if (input.Decision == ApplicationDecision.Decline)
        {
            if (string.IsNullOrWhiteSpace(input.Reason)) return DecideApplicationRefusal.ReasonMissing;
            mail.IsDeclined(application, input.Reason.Trim());
            application.Decline(acting.Today, acting.Actor.Key, input.Reason.Trim());
            return application.Id;
        }

        var joined = input.JoinedOn ?? acting.Today;
        var earliest = ConfirmedOn(application);
        if (joined < earliest || joined > acting.Today)
            return new Refusal(DecideApplicationRefusal.DayNotUsable, earliest);
        var terms = await register.TermsOn(joined);
        if (terms.ClassOf(application.Class) is null) return DecideApplicationRefusal.ClassGone;
        if (terms.SharePrice is { } price
            && (input.Paid is not { } paid || paid.Currency != price.Currency || paid < price))
            return new Refusal(DecideApplicationRefusal.ShareNotPaid, price);
        var admitted = await admission.Admit(application, input.Person, joined, terms.SharePrice is null ? 0 : 1,
            terms.SharePrice is null ? null : input.Paid, acting.Actor.Key);
        return admitted.IsDone ? application.Id : Outcome<MembershipApplicationId>.Refused(admitted.Refusals);
    }

    private DateOnly ConfirmedOn(MembershipApplication application) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTimeFromUtc(application.ConfirmedAt!.Value, acting.Profile.Zone));
}
