using System.Text.RegularExpressions;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Trusts;

namespace Commonstead.Demonstration;

/// <summary>
/// The members of the demonstration: leaseholders, neighbours, local bodies; some of them resigned or lapsed, and two
/// applications that wait.
/// </summary>
internal sealed partial class DemoMembers(DemoWork work, DemoPlace place, IReadOnlyList<DemoLease> leases)
{
    private const int Neighbours = 38;

    private static readonly string[] _bodies =
        ["Canal Street Library Friends (made up)", "Tenants' Union Eastside (made up)", "Seed Co-op (made up)"];

    private static readonly string[] _given =
    [
        "Ines", "Tomas", "Aisha", "Joel", "Mina", "Caleb", "Ruth", "Yusuf", "Paula", "Dean", "Noor", "Felix", "Greta",
        "Hugo", "Leila", "Marc", "Sonia", "Owen", "Tess",
    ];

    private bool IsSociety => place.Country == Country.GreatBritain;

    private DateOnly Today => place.FirstDay;

    /// <summary>Sets the terms on the day the trust was founded.</summary>
    public Task SetTerms() => work.Do((SetMembershipTerms o) => o, new SetMembershipTermsInput
    {
        From = place.Founded,
        LeaseholdersByLease = !IsSociety,
        NeedsApproval = true,
        MinimumAge = 18,
        Area = IsSociety ? "Tower Hamlets and the boroughs beside it (made up)" : "Hampden County (made up)",
        SharePrice = IsSociety ? Money.Of(1, place.Currency) : null,
        Dues = IsSociety ? null : Money.Of(10, place.Currency),
        LapseAfterMonths = IsSociety ? null : 24,
        Classes =
        [
            new ClassInput { Code = "leaseholder", Name = "Leaseholders", Basis = ClassBasis.Leaseholders },
            new ClassInput { Code = "general", Name = "General members", Basis = ClassBasis.Anyone },
            new ClassInput { Code = "public", Name = "Public interest", Basis = ClassBasis.SeatsOnly },
        ],
    });

    /// <summary>Enters the paper register, and what happened to it until the first day.</summary>
    public async Task Enter()
    {
        work.On(Today);
        if (IsSociety) await EnterLeaseholders();
        var entered = new List<MemberId>();
        for (var i = 0; i < Neighbours; i++) entered.Add(await EnterNeighbour(i));
        for (var i = 0; i < _bodies.Length; i++) entered.Add(await EnterBody(i));
        for (var i = 0; i < entered.Count; i++)
        {
            if (i % 11 == 5) await Resign(entered[i], i);
            else if (!IsSociety && i % 9 != 4) await Settle(entered[i], i);
        }

        if (!IsSociety) await Lapse();
        await Apply("Ada", "Newcomer-Hale", "I work at the corner shop and want to help (made up).");
        await Apply("Ben", "Newcomer-Ortiz", "My sister leases a home here (made up).");
        await Apply("Cleo", "Newcomer-Adeyemi", "We share the yard (made up).", "Yard Potters’ Co-operative (made up)");
    }

    // Leases in Great Britain make nobody a member of the society: each applied, and holds a share.
    private async Task EnterLeaseholders()
    {
        foreach (var lease in leases)
        {
            if ((await work.Ask((ILeases l) => l.HeldBy(lease.Holder))).Count == 0) continue;
            await Admit(lease.Holder, "leaseholder", lease.Home.SoldOn.AddDays(30), null);
        }
    }

    private async Task<MemberId> EnterNeighbour(int i) =>
        await Admit(await AddPerson(i, _given[i % _given.Length]), "general", JoinedOn(i), null);

    private async Task<MemberId> EnterBody(int i)
    {
        var body = await work.Do((KeepOrganisation o) => o, new KeepOrganisationInput
        {
            Name = _bodies[i],
            Kind = OrganisationKind.Community,
            Reach = string.Create(null, $"{40 + i} Demonstration Street (made up)"),
        });
        return await Admit(await AddPerson(Neighbours + i, "Rep"), "general", JoinedOn(i), body);
    }

    private Task<PersonId> AddPerson(int i, string given) => work.Do((AddPerson o) => o, new AddPersonInput
    {
        GivenName = given,
        FamilyName = place.Families[(i * 5 + 3) % place.Families.Count] + (i % 2 == 0 ? "-Vale" : "-Moss"),
        Email = string.Create(null, $"member{i + 1}@demo.example"),
        Post = string.Create(null, $"{i + 1} Demonstration Street (made up)"),
        IsAnother = true,
    });

    private Task<MemberId> Admit(PersonId person, string code, DateOnly joined, OrganisationId? body) =>
        work.Do((AdmitMember o) => o, new AdmitMemberInput
        {
            Person = person,
            Organisation = body,
            Class = code,
            JoinedOn = joined,
            Origin = MemberOrigin.PaperRegister,
            Shares = IsSociety ? 1 : 0,
            PaidOnShares = IsSociety ? Money.Of(1, place.Currency) : null,
        });

    private async Task Resign(MemberId member, int i) => await work.Do((EndMembership o) => o, new EndMembershipInput
    {
        Member = member,
        Version = 1,
        On = Today.AddDays(-20 * i - 9),
        Reason = i % 2 == 0 ? MemberEnd.Died : MemberEnd.Resigned,
        Note = "made up",
    });

    private async Task Settle(MemberId member, int i) => await work.Do((RecordDues o) => o, new RecordDuesInput
    {
        Member = member,
        Version = 1,
        On = Today.AddDays(-i),
        Manner = i % 7 == 3 ? DuesManner.InKind : i % 7 == 6 ? DuesManner.Waived : DuesManner.Paid,
        Amount = i % 7 is 3 or 6 ? null : Money.Of(10, place.Currency),
        Note = i % 7 == 3 ? "A day's work in the orchard (made up)" : null,
        Through = i % 5 == 2 ? Today.AddDays(-i - 1) : Today.AddDays(365 - i),
    });

    private async Task Lapse()
    {
        var chosen = await work.Ask(async (DuesBook dues) =>
            (await dues.MayLapse()).OrderBy(m => m.Number).Select(m => m.Id).Take(3).ToList());
        if (chosen.Count > 0) await work.Do((LapseMembers o) => o, new LapseMembersInput { Members = chosen });
    }

    private async Task Apply(string given, string family, string note, string? organisation = null)
    {
        await work.Do((ApplyToJoin o) => o, new ApplyToJoinInput
        {
            GivenName = given,
            FamilyName = family,
            Organisation = organisation,
            Email = $"{given.ToLowerInvariant()}@demo.example",
            Post = "7 Demonstration Street (made up)",
            Class = "general",
            IsOldEnough = true,
            IsOfTheArea = true,
            Note = note,
            ConfirmAt = "http://localhost/join/",
        });
        var text = await work.Ask((MailRegister mail) => Task.FromResult(
            mail.Messages.OrderByDescending(m => m.Id).Select(m => m.Text).First()));
        var token = Token().Match(text).Groups["token"].Value;
        await work.Do((ConfirmApplication o) => o, new ConfirmApplicationInput { Token = token });
    }

    private DateOnly JoinedOn(int i) => place.Founded.AddDays(120 + i * 61 % 2_000);

    [GeneratedRegex("/join/(?<token>[0-9a-f]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
