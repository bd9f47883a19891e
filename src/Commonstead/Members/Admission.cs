using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>Makes a member of somebody who applied, inside the operation that decides or confirms.</summary>
public sealed class Admission(
    TrustDb db, Acting acting, MemberRules rules, IPeople people, INewPersons newPersons,
    INewOrganisations newOrganisations, ApplicationMail mail)
{
    /// <summary>Admits the applicant from a day on.</summary>
    /// <param name="application">The application, tracked.</param>
    /// <param name="person">Who it is in the register of people; null to enter somebody new.</param>
    /// <param name="on">The first day.</param>
    /// <param name="shares">Shares held.</param>
    /// <param name="paid">What was paid on them.</param>
    /// <param name="by">Who decided, or null.</param>
    internal async Task<Outcome<MemberId>> Admit(
        MembershipApplication application, PersonId? person, DateOnly on, int shares, Money? paid, string? by)
    {
        if (person is { } known && await rules.Person(known) is null) return MemberRefusal.PersonUnknown;
        OrganisationId? body = application.Organisation is { } called
            ? await newOrganisations.Named(called, application.Post) : null;
        var same = body is null ? db.Set<Member>().Where(m => m.Person == person && person != null)
            : db.Set<Member>().Where(m => m.Organisation == body);
        if (await same.Where(m => m.EndedOn == null).Select(m => (int?)m.Number).FirstOrDefaultAsync() is { } number)
            return new Refusal(DecideApplicationRefusal.MemberAlready, application.MemberName, number);
        var (email, name) = (application.Email, application.Name);
        var id = person ?? newPersons.Enter(new NewPerson(application.GivenName, application.FamilyName)
        {
            Email = email,
            Phone = application.Phone,
            Post = body is null ? application.Post : null,
        });
        var entry = person is null ? null : (await people.Entries([id])).GetValueOrDefault(id);
        var member = new Member
        {
            Number = await rules.NextNumber(),
            Person = body is null ? id : null,
            Organisation = body,
            JoinedOn = on,
            Origin = MemberOrigin.Application,
            Shares = shares,
            PaidOnShares = paid,
        };
        member.Begin(application.Class, body is null ? null : id);
        if (application.Organisation is { } organisation)
        {
            member.Call(organisation, organisation);
        }
        else
        {
            member.Call(entry?.Name ?? name, entry?.SortName ?? (application.GivenName is { } given
                ? $"{application.FamilyName}, {given}" : application.FamilyName));
        }

        db.Add(member);
        application.Admit(acting.Today, by, member.Id, id);
        if (application.Organisation is { } of) mail.IsAdmitted(email, name, of, member.Number, id.Value);
        else mail.IsAdmitted(email, name, member.Number, id.Value);
        return member.Id;
    }
}
