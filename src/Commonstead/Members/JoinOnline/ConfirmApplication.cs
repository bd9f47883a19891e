using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>That the address of an application is confirmed.</summary>
public sealed class ConfirmApplicationInput
{
    /// <summary>The token of the mail.</summary>
    [Secret, Required, StringLength(100)]
    public string Token { get; set; } = "";
}

/// <summary>What a confirmed application came to.</summary>
/// <param name="Number">The number of the member, or null when somebody decides first.</param>
public sealed record ConfirmedApplication(int? Number);

/// <summary>Why an application is not confirmed.</summary>
public enum ConfirmApplicationRefusal
{
    /// <summary>No such token, or it was used, or it is too old.</summary>
    [Says("This link is no longer good. Ask to join once more, and use the link in the new mail.",
        Kind = RefusalKind.NotFound)]
    LinkNotGood,
}

/// <summary>
/// Confirms the address of an application; where the terms ask for no decision, the applicant is a member at once.
/// </summary>
[OpenToAnyone("The token of the mail shows whose application it is; wrong ones are counted.")]
[Does("Application for membership confirmed")]
public sealed class ConfirmApplication(
    TrustDb db, Acting acting, MemberRegister register, KnownPersons known, Admission admission, ApplicationMail mail)
    : IOperation<ConfirmApplicationInput, ConfirmedApplication>
{
    /// <inheritdoc/>
    public async Task<Outcome<ConfirmedApplication>> Run(ConfirmApplicationInput input)
    {
        var hash = JoinToken.HashOf(input.Token);
        var application = await db.Set<MembershipApplication>().FirstOrDefaultAsync(a => a.TokenHash == hash);
        if (application?.CanBeConfirmed(acting.Now) != true) return ConfirmApplicationRefusal.LinkNotGood;
        application.Confirm(acting.Now);
        var terms = await register.TermsOn(acting.Today);
        // Anybody can say that they speak for an organisation: somebody looks.
        if (terms.NeedsDecision || application.Organisation is not null || terms.ClassOf(application.Class) is null)
        {
            mail.Waits(application);
            return new ConfirmedApplication(null);
        }

        var same = await known.Same(application.Email, application.GivenName, application.FamilyName);
        var admitted = await admission.Admit(application, same, acting.Today, 0, null, null);
        if (!admitted.IsDone) return Outcome<ConfirmedApplication>.Refused(admitted.Refusals);
        return new ConfirmedApplication(db.Set<Member>().Local.Single(m => m.Id == admitted.Value).Number);
    }
}
