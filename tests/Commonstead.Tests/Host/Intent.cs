using Commonstead.Accounts;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests;

/// <summary>What tests want done, in the words of the people who do it.</summary>
public static class Intent
{
    public const string Password = "a long enough pass phrase";

    /// <summary>Makes both trusts, each with its first steward.</summary>
    public static async Task FoundTrusts(this TrustHost host)
    {
        foreach (var trust in new[] { host.Trust, host.OtherTrust }.Where(t => t.Profile is null))
        {
            var outcome =
                await host.Run(trust, Actor.Visitor, s => s.GetRequiredService<FoundTrust>(), new FoundTrustInput
                {
                    TrustName = trust == host.Trust ? "Oak Community Land Trust" : "Elm Community Land Trust",
                    Country = Country.UnitedStates,
                    Currency = "USD",
                    TimeZone = "America/New_York",
                    StewardName = "Sam Steward",
                    Email = AddressOf(Role.Steward),
                    Password = Password,
                });
            Assert.True(outcome.IsDone);
        }
    }

    /// <summary>Runs an operation as someone, as a page would.</summary>
    public static async Task<Outcome<TResult>> Run<TInput, TResult>(
        this TrustHost host, OpenTrust trust, Actor actor,
        Func<IServiceProvider, IOperation<TInput, TResult>> operation, TInput input, string? key = null)
    {
        await using var scope = host.Scope();
        var acting = scope.ServiceProvider.GetRequiredService<Acting>();
        acting.Trust = trust;
        acting.Actor = actor;
        return await scope.ServiceProvider.GetRequiredService<OperationRunner>()
            .Run(operation(scope.ServiceProvider), input, key);
    }

    /// <summary>Someone who holds roles, without an account behind them.</summary>
    public static Actor ActorWith(params Role[] roles) =>
        new("test-" + string.Join('-', roles).ToLowerInvariant(), "Test", RoleTable.Of(roles));

    /// <summary>A browser where the first steward has signed in.</summary>
    public static async Task<Visitor> SignInAsSteward(this TrustHost host, string name = TrustHost.Oak)
    {
        await host.FoundTrusts();
        return await host.SignIn(AddressOf(Role.Steward), name);
    }

    /// <summary>A browser where someone with a role has signed in; their account is made when needed.</summary>
    public static async Task<Visitor> SignInAs(this TrustHost host, Role role, Guid? person = null,
        string name = TrustHost.Oak)
    {
        await host.FoundTrusts();
        var trust = name == TrustHost.Oak ? host.Trust : host.OtherTrust;
        var address = AddressOf(role, person);
        await host.EnsureAccount(trust, address, role, person);
        return await host.SignIn(address, name);
    }

    /// <summary>A browser where someone without any role has signed in.</summary>
    public static async Task<Visitor> SignInWithoutRole(this TrustHost host)
    {
        await host.FoundTrusts();
        await host.EnsureAccount(host.Trust, "nobody@example.org", null, null);
        return await host.SignIn("nobody@example.org");
    }

    /// <summary>Signs in through the page.</summary>
    public static async Task<Visitor> SignIn(this TrustHost host, string address, string name = TrustHost.Oak)
    {
        var visitor = host.NewVisitor(name);
        var page = await visitor.Open("/sign-in");
        var typed = new Dictionary<string, string> { ["Input.Email"] = address, ["Input.Password"] = Password };
        var desk = await page.Submit(typed);
        Assert.True(desk.Errors.Count == 0, string.Join("; ", desk.Errors));
        return visitor;
    }

    /// <summary>The address of the account with a role.</summary>
    public static string AddressOf(Role role, Guid? person = null) =>
        $"{role.ToString().ToLowerInvariant()}{(person is null ? "" : "-" + person.Value.ToString("N"))}@example.org";

    private static async Task EnsureAccount(this TrustHost host, OpenTrust trust, string address, Role? role,
        Guid? person)
    {
        var input = new TestAccountInput(address, role, person);
        var made = await host.Run(trust, Actor.Visitor, s => ActivatorUtilities.CreateInstance<TestAccount>(s), input);
        Assert.True(made.IsDone);
    }
}

/// <summary>An account as a test needs it.</summary>
internal sealed record TestAccountInput(string Address, Role? Role, Guid? Person);

/// <summary>Makes an account with a known password, audited like everything else.</summary>
[OpenToAnyone("It stands in the tests only.")]
internal sealed class TestAccount(TrustDb db, Acting acting, UserManager<Account> accounts)
    : IOperation<TestAccountInput, Done>
{
    public async Task<Outcome<Done>> Run(TestAccountInput input)
    {
        if (await accounts.FindByEmailAsync(input.Address) is not null) return default(Done);
        var account = new Account
        {
            UserName = input.Address,
            Email = input.Address,
            DisplayName = input.Role?.ToString() ?? "Nobody"
        };
        if (input.Person is { } id) account.Person = new Commonstead.People.PersonId(id);
        Assert.True((await accounts.CreateAsync(account, Intent.Password)).Succeeded);
        if (input.Role is { } role)
            db.Add(new RoleGrant { AccountId = account.Id, Role = role, From = acting.Today });
        return default(Done);
    }
}
