using Commonstead.Desk;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Members;

/// <summary>The register of members and the terms of membership.</summary>
public static class MembersModule
{
    /// <summary>Adds members to the program.</summary>
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Members", "/members", MembersPermission.See, 45))
        .AddSingleton(new NavigationEntry("My membership", "/my-membership", MembersPermission.Own, 46))
        .AddSingleton(new GlossaryEntry(
            "Member", "A person or organization that belongs to the trust and has one vote in it."))
        .AddSingleton(new GlossaryEntry(
            "Class", "A part of the membership, such as leaseholders, that elects its own part of the board."))
        .AddSingleton(RecordKind.Of<Member, MemberId>("Member", "/members/", MembersPermission.See))
        .AddScoped<MemberRegister>().AddScoped<IMembers>(s => s.GetRequiredService<MemberRegister>())
        .AddSingleton(RecordKind.Of<MembershipApplication, MembershipApplicationId>(
            "Application for membership", "/members/applications/", MembersPermission.Decide))
        .AddScoped<ApplicationRegister>().AddScoped<KnownPersons>().AddScoped<Admission>().AddScoped<ApplicationMail>()
        .AddScoped<IDeskWork, ApplicationDesk>()
        .AddScoped<ApplyToJoin>().AddScoped<ConfirmApplication>().AddScoped<DecideApplication>()
        .AddScoped<MemberFileCheck>().AddScoped<ImportMembers>()
        .AddScoped<DuesBook>().AddScoped<RecordDues>().AddScoped<LapseMembers>().AddScoped<LeaveTrust>()
        .AddScoped<IHandles<HoldersChanged>, FollowLeases>()
        .AddScoped<MemberRules>().AddScoped<FormChoices>()
        .AddScoped<IPersonTies, MemberTies>()
        .AddScoped<IHandles<PersonRenamed>, FollowPeople>()
        .AddScoped<IHandles<PersonsMerged>, FollowPeople>()
        .AddScoped<IHandles<OrganisationRenamed>, FollowPeople>()
        .AddScoped<AdmitMember>().AddScoped<EndMembership>().AddScoped<NameRepresentative>().AddScoped<ChangeClass>()
        .AddScoped<SetMembershipTerms>();
}
