using Commonstead.Accounts;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.People;

/// <summary>What tests want done with the register of people.</summary>
public static class PeopleIntent
{
    /// <summary>Enters a person, whoever else has that name.</summary>
    public static async Task<PersonId> AddPerson(
        this TrustHost host, string givenName, string familyName, Action<AddPersonInput>? more = null)
    {
        await host.FoundTrusts();
        var input = new AddPersonInput { GivenName = givenName, FamilyName = familyName, IsAnother = true };
        more?.Invoke(input);
        return (await host.AsSteward<AddPerson, AddPersonInput, PersonId>(input)).Value;
    }

    /// <summary>Enters a household.</summary>
    public static async Task<HouseholdId> AddHousehold(this TrustHost host, string name)
    {
        await host.FoundTrusts();
        var input = new AddHouseholdInput { Name = name };
        return (await host.AsSteward<AddHousehold, AddHouseholdInput, HouseholdId>(input)).Value;
    }

    /// <summary>Enters an organisation.</summary>
    public static async Task<OrganisationId> AddOrganisation(this TrustHost host, string name)
    {
        await host.FoundTrusts();
        var input = new KeepOrganisationInput { Name = name, Kind = OrganisationKind.Lender };
        return (await host.AsSteward<KeepOrganisation, KeepOrganisationInput, OrganisationId>(input)).Value;
    }

    /// <summary>Runs an operation as a steward.</summary>
    public static Task<Outcome<TResult>> AsSteward<TOperation, TInput, TResult>(this TrustHost host, TInput input)
        where TOperation : class, IOperation<TInput, TResult> => host.Run(
            host.Trust, Intent.ActorWith(Role.Steward), s => s.GetRequiredService<TOperation>(), input);

    /// <summary>Reads something as a steward would.</summary>
    public static async Task<T> Read<TService, T>(this TrustHost host, Func<TService, Task<T>> read)
        where TService : notnull
    {
        await using var scope = host.Scope();
        var acting = scope.ServiceProvider.GetRequiredService<Acting>();
        (acting.Trust, acting.Actor) = (host.Trust, Intent.ActorWith(Role.Steward));
        return await read(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
