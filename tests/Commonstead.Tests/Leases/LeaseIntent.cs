using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Tests.Governance;
using Commonstead.Tests.Land;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Leases;

/// <summary>What tests of the register of leases want done.</summary>
internal static class LeaseIntent
{
    /// <summary>A rule that needs a price, a date and an appraisal, for tests only.</summary>
    public const string RuleText = """
        # Test rule

        Written for tests.

        ```rule
        language 1
        currency USD
        given purchase_price money "price paid at purchase"
        given purchase_date date "date of purchase"
        given appraisal_at_sale money "appraisal at sale"
        maximum_price = round(purchase_price + (appraisal_at_sale - purchase_price) * 25%, down to 1)
        ```
        """;

    private static int _count;

    /// <summary>A steward, without a browser.</summary>
    public static Actor Steward { get; } = Intent.ActorWith(Role.Steward);

    /// <summary>Somebody who may approve what a steward proposes.</summary>
    public static Actor Approver { get; } = Intent.ActorWith(Role.Approver);

    /// <summary>A text nobody else uses, for numbers and names.</summary>
    public static string Unique(string text) => $"{text}-{Interlocked.Increment(ref _count)}";

    /// <summary>Runs an operation as a steward.</summary>
    public static Task<Outcome<TResult>> Does<TOperation, TInput, TResult>(
        this TrustHost host, Func<TOperation, IOperation<TInput, TResult>> operation, TInput input, Actor? actor = null)
        where TOperation : class =>
        host.Run(host.Trust, actor ?? Steward, s => operation(s.GetRequiredService<TOperation>()), input);

    /// <summary>Asks a reader something, as someone.</summary>
    public static async Task<TAnswer> Asks<TReader, TAnswer>(
        this TrustHost host, Func<TReader, Task<TAnswer>> question, Actor? actor = null)
        where TReader : notnull
    {
        await using var scope = host.Scope();
        var acting = scope.ServiceProvider.GetRequiredService<Acting>();
        acting.Trust = host.Trust;
        acting.Actor = actor ?? Steward;
        return await question(scope.ServiceProvider.GetRequiredService<TReader>());
    }

    /// <summary>Enters a home on a parcel of its own and gives its number.</summary>
    public static async Task<string> NewHome(this TrustHost host)
    {
        var number = Unique("H");
        await host.EnterHome(number, await host.EnterParcel(Unique("Parcel")));
        return number;
    }

    /// <summary>Enters a person.</summary>
    public static async Task<PersonId> NewPerson(this TrustHost host, string? family = null)
    {
        await host.FoundTrusts();
        var input = new AddPersonInput { GivenName = "Ana", FamilyName = family ?? Unique("Diaz"), IsAnother = true };
        return (await host.Does((AddPerson add) => add, input)).Value;
    }

    /// <summary>Puts the test rule into the rule book and gives its hash.</summary>
    public static async Task<string> TestRule(this TrustHost host)
    {
        await host.Adopts(RuleText);
        return RuleDocument.Parse(RuleText, "test.md").Document!.Hash;
    }

    /// <summary>A lease as it would be entered, for a home and a person of its own.</summary>
    public static async Task<EnterLeaseInput> LeaseInput(this TrustHost host) => new()
    {
        Number = Unique("L"),
        HomeNumber = await host.NewHome(),
        StartsOn = new DateOnly(2019, 5, 14),
        EndsOn = new DateOnly(2118, 5, 13),
        Holders = [new HolderInput { Person = await host.NewPerson() }],
    };

    /// <summary>Enters a lease, changed as a test wants it.</summary>
    public static async Task<LeaseId> NewLease(this TrustHost host, Action<EnterLeaseInput>? change = null)
    {
        var input = await host.LeaseInput();
        change?.Invoke(input);
        return await host.Enter(input);
    }

    /// <summary>Enters a lease.</summary>
    public static async Task<LeaseId> Enter(this TrustHost host, EnterLeaseInput input)
    {
        var outcome = await host.Does((EnterLease enter) => enter, input);
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals.Select(r => r.Code)));
        return outcome.Value;
    }

    /// <summary>Permits a mortgage under a lease.</summary>
    public static async Task<MortgageId> NewMortgage(this TrustHost host, LeaseId lease) => (await host.Does(
        (PermitMortgage permit) => permit,
        new PermitMortgageInput
        {
            Lease = lease,
            Lender = "Valley Credit Union",
            Amount = Money.Of(120_000, Currency.Usd),
            MadeOn = new DateOnly(2019, 5, 14),
            EndsOn = new DateOnly(2049, 5, 13),
        })).Value;

    /// <summary>The lease with all that its page shows.</summary>
    public static async Task<LeaseView> ViewOf(this TrustHost host, LeaseId lease, Actor? actor = null) =>
        (await host.Asks((LeaseRegister leases) => leases.View(lease), actor))!;

    /// <summary>The one code an operation was refused for.</summary>
    public static Enum Code<T>(this Outcome<T> outcome) => Assert.Single(outcome.Refusals).Code;

    /// <summary>Raises an event in an operation of its own, as the operation that raises it would.</summary>
    public static Task<Outcome<Done>> Tell<TEvent>(this TrustHost host, TEvent happened)
        where TEvent : class =>
        host.Run(host.Trust, Steward, s => new Telling<TEvent>(s.GetRequiredService<Events>()), happened);

    [OpenToAnyone("Stands in for the operation that raises the event.")]
    private sealed class Telling<TEvent>(Events events) : IOperation<TEvent, Done>
    {
        public async Task<Outcome<Done>> Run(TEvent input) =>
            await events.Raise(input) is { Count: > 0 } refused ? Outcome<Done>.Refused(refused) : default(Done);
    }
}
