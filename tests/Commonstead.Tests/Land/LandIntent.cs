using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Land;

/// <summary>What tests of the register of land want done.</summary>
internal static class LandIntent
{
    /// <summary>A steward, without a browser.</summary>
    public static Actor Steward { get; } = Intent.ActorWith(Role.Steward);

    /// <summary>Runs an operation of the register as a steward.</summary>
    public static Task<Outcome<TResult>> AsSteward<TOperation, TInput, TResult>(
        this TrustHost host, Func<TOperation, IOperation<TInput, TResult>> operation, TInput input)
        where TOperation : class =>
        host.Run(host.Trust, Steward, s => operation(s.GetRequiredService<TOperation>()), input);

    /// <summary>Enters a parcel.</summary>
    public static async Task<ParcelId> EnterParcel(this TrustHost host, string name)
    {
        await host.FoundTrusts();
        var input = new AddParcelInput { Name = name, Address = $"1 {name}, Springfield" };
        return (await host.AsSteward((AddParcel add) => add, input)).Value;
    }

    /// <summary>Enters a home on a parcel.</summary>
    public static async Task<HomeId> EnterHome(this TrustHost host, string number, ParcelId parcel) =>
        (await host.AsSteward((AddHome add) => add, HomeOn(parcel, number))).Value;

    /// <summary>A home as it would be entered.</summary>
    public static AddHomeInput HomeOn(ParcelId parcel, string number) =>
        new() { Number = number, Parcel = parcel, Address = "2 Mill Street, Springfield", Kind = HomeKind.RowHouse };
}
