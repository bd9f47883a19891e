using System.Net;
using Commonstead.Land;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Land;

public sealed class DisposeOfLandTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task WithoutAResolutionOfTheMembers_LandStays()
    {
        var id = await host.EnterParcel("Held for good");
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/land/parcels/{id}/dispose")).Submit(
            new Dictionary<string, string> { ["Input.Reason"] = "A developer asks." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("members have not resolved", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(DisposeOfLandRefusal.NoResolution, (await Dispose(id, resolved: false)).Refusals.Single().Code);
    }

    [Fact]
    public async Task WithAResolution_ItLeaves_ButStaysOnRecord()
    {
        var id = await host.EnterParcel("Let go");
        var home = await host.EnterHome("D-1", id);
        Assert.Equal(DisposeOfLandRefusal.HomesStandOnIt, (await Dispose(id, resolved: true)).Refusals.Single().Code);
        var elsewhere = await host.EnterParcel("Elsewhere");
        Assert.True((await host.AsSteward((CorrectHome correct) => correct, Moved(home, elsewhere))).IsDone);
        Assert.Equal(CommonRefusal.ChangedMeanwhile, (await Dispose(id, true, version: 9)).Refusals.Single().Code);
        Assert.True((await Dispose(id, resolved: true)).IsDone);
        Assert.Equal(DisposeOfLandRefusal.GoneAlready, (await Dispose(id, resolved: true)).Refusals.Single().Code);
        using var steward = await host.SignInAsSteward();
        Assert.Contains("Resolution 7", (await steward.Open($"/land/parcels/{id}")).Text, StringComparison.Ordinal);
    }

    private Task<Outcome<ParcelId>> Dispose(ParcelId id, bool resolved, int version = 1)
    {
        var input = new DisposeOfLandInput { Parcel = id, Version = version, Reason = "To a school." };
        return host.Run(host.Trust, LandIntent.Steward, Operation, input);

        IOperation<DisposeOfLandInput, ParcelId> Operation(IServiceProvider services) => new DisposeOfLand(
            services.GetRequiredService<TrustDb>(), services.GetRequiredService<Acting>(),
            services.GetRequiredService<LandCorrections>(), resolved ? [new Resolved()] : [],
            services.GetRequiredService<Events>());
    }

    private static CorrectHomeInput Moved(HomeId home, ParcelId parcel) => new()
    {
        Home = home,
        Version = 1,
        Parcel = parcel,
        Number = "D-1",
        Address = "2 Mill Street, Springfield",
        Kind = HomeKind.RowHouse,
        Reason = "Entered on the wrong parcel.",
    };

    private sealed class Resolved : IPermitsDisposal
    {
        public Task<string?> ResolutionFor(ParcelId parcel) => Task.FromResult<string?>("Resolution 7");
    }
}
