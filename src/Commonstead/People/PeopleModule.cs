using Commonstead.Platform.Audit;
using Commonstead.Platform.Web;

namespace Commonstead.People;

/// <summary>The register of persons, households and organisations.</summary>
public static class PeopleModule
{
    /// <summary>Adds people to the program.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("People", "/people", PeoplePermission.See, 40))
        .AddSingleton(RecordKind.OfPerson<Person, PersonId>("Person", "/people/", PeoplePermission.See))
        .AddSingleton(RecordKind.Of<Household, HouseholdId>("Household", "/people/households/", PeoplePermission.See))
        .AddSingleton(RecordKind.Of<Organisation, OrganisationId>(
            "Organisation", "/people/organisations/", PeoplePermission.See))
        .AddScoped<PersonMail>().AddScoped<PeopleRegister>()
        .AddScoped<IPeople>(s => s.GetRequiredService<PeopleRegister>())
        .AddScoped<IHouseholds, HouseholdSizes>().AddScoped<IOrganisations, OrganisationNames>()
        .AddScoped<IPersonTies, RegisterTies>().AddScoped<INewPersons, NewPersons>()
        .AddScoped<INewOrganisations, NewOrganisations>()
        .AddScoped<Ties>().AddScoped<PersonRows>().AddScoped<PersonFiles>()
        .AddScoped<AddPerson>().AddScoped<CorrectPerson>().AddScoped<AddContact>().AddScoped<ChangeContact>()
        .AddScoped<MergePersons>().AddScoped<ErasePerson>()
        .AddScoped<AddHousehold>().AddScoped<JoinHousehold>().AddScoped<LeaveHousehold>()
        .AddScoped<KeepOrganisation>().AddScoped<NameContact>().AddScoped<EndContact>();
}
