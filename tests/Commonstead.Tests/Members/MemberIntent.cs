using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.People;

namespace Commonstead.Tests.Members;

/// <summary>What tests of the register of members want done.</summary>
internal static class MemberIntent
{
    /// <summary>The day most members of the tests joined.</summary>
    public static DateOnly Joined { get; } = new(2025, 3, 1);

    /// <summary>Admits a person as a general member.</summary>
    public static async Task<MemberId> NewMember(
        this TrustHost host, PersonId? person = null, Action<AdmitMemberInput>? change = null) =>
        (await host.Admit(person ?? await host.NewPerson(), change)).Value;

    /// <summary>Tries to admit a person.</summary>
    public static Task<Outcome<MemberId>> Admit(
        this TrustHost host, PersonId? person, Action<AdmitMemberInput>? change = null)
    {
        var input = new AdmitMemberInput { Person = person, Class = "general", JoinedOn = Joined };
        change?.Invoke(input);
        return host.Does((AdmitMember admit) => admit, input);
    }

    /// <summary>An entry as it stands.</summary>
    public static async Task<Member> Entry(this TrustHost host, MemberId id) =>
        (await host.Read<MemberRegister, Member?>(m => m.Member(id)))!;

    /// <summary>Ends a membership.</summary>
    public static Task<Outcome<MemberId>> EndsMembership(
        this TrustHost host, Member member, DateOnly on, Action<EndMembershipInput>? change = null)
    {
        var input = new EndMembershipInput { Member = member.Id, Version = member.Version, On = on };
        change?.Invoke(input);
        return host.Does((EndMembership end) => end, input);
    }

    /// <summary>Sets terms like the usual ones, changed.</summary>
    public static Task<Outcome<MembershipTermsId>> SetTerms(
        this TrustHost host, DateOnly from, Action<SetMembershipTermsInput>? change = null)
    {
        var input = new SetMembershipTermsInput
        {
            From = from,
            MinimumAge = 18,
            Classes =
            [
                new ClassInput { Code = "leaseholder", Name = "Leaseholders", Basis = ClassBasis.Leaseholders },
                new ClassInput { Code = "general", Name = "General members", Basis = ClassBasis.Anyone },
                new ClassInput { Code = "public", Name = "Public interest", Basis = ClassBasis.SeatsOnly },
            ],
        };
        change?.Invoke(input);
        return host.Does((SetMembershipTerms set) => set, input);
    }
}
