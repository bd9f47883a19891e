using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Commonstead.Members;

/// <summary>What applicants are told by mail, in the words of the trust's country.</summary>
public sealed class ApplicationMail(Outbox outbox, Acting acting, IStringLocalizer<Words> words)
{
    /// <summary>Asks to confirm the address.</summary>
    internal void AskToConfirm(MembershipApplication application, string link) => Send(
        application.Email, words["Confirm that you want to join {0}", acting.Profile.Name],
        words["Somebody, most likely you, asked to become a member of {0}.", acting.Profile.Name],
        words["Open this page and confirm it:"] + "\n" + link,
        words["The page opens for seven days. If it was not you, do nothing: without it nothing happens."]);

    /// <summary>Says that there is nothing to join.</summary>
    internal void IsMemberAlready(string email, string name) => Send(
        email, words["You are a member of {0} already", acting.Profile.Name],
        words["Dear {0},", name],
        words["Somebody, most likely you, asked to become a member of {0}. You are one already.",
            acting.Profile.Name]);

    /// <summary>Says that the address is confirmed and somebody decides.</summary>
    internal void Waits(MembershipApplication application) => Send(
        application.Email, words["We have your application to {0}", acting.Profile.Name],
        words["Dear {0},", application.Name],
        words["Thank you. Your address is confirmed, and {0} will decide on your application.", acting.Profile.Name]);

    /// <summary>Says that the applicant is a member.</summary>
    internal void IsAdmitted(string email, string name, int number, Guid person) => outbox.Add(new MailDraft(
        email, words["You are a member of {0}", acting.Profile.Name],
        Text(
            words["Dear {0},", name],
            words["Welcome: you are member {0} of {1}, with one vote.", number, acting.Profile.Name]),
        person));

    /// <summary>Says that an organisation is a member, to whoever votes for it.</summary>
    internal void IsAdmitted(string email, string name, string organisation, int number, Guid person) => outbox.Add(
        new MailDraft(
            email, words["{0} is a member of {1}", organisation, acting.Profile.Name],
            Text(
                words["Dear {0},", name],
                words["Welcome: {0} is member {1} of {2}, with one vote, which you cast.", organisation, number,
                    acting.Profile.Name]),
            person));

    /// <summary>Says that the application was declined, and why.</summary>
    internal void IsDeclined(MembershipApplication application, string reason) => Send(
        application.Email, words["Your application to {0}", acting.Profile.Name],
        words["Dear {0},", application.Name],
        words["{0} did not admit you as a member. The reason given is:", acting.Profile.Name],
        reason);

    private void Send(string email, string subject, params string[] parts) =>
        outbox.Add(new MailDraft(email, subject, Text(parts)));

    private string Text(params string[] parts) => string.Join("\n\n", [.. parts, acting.Profile.Name]);
}
