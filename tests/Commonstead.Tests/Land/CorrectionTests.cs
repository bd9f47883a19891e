using System.Net;
using Commonstead.Land;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Land;

public sealed class CorrectionTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly Dictionary<string, string> _newAddress = new()
    {
        ["Input.Address"] = "14 Mill Street, Springfield",
        ["Input.Reason"] = "The deed says 14.",
    };

    [Fact]
    public async Task ACorrection_KeepsWhatStoodThere_AndWhy()
    {
        var id = await host.EnterParcel("Mill");
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/land/parcels/{id}/correct")).Submit(_newAddress);
        Assert.Contains(
            "Address: 1 Mill, Springfield → 14 Mill Street, Springfield", page.Text, StringComparison.Ordinal);
        Assert.Contains("The deed says 14.", page.Text, StringComparison.Ordinal);
        Assert.Contains("14 Mill", (await steward.Open("/land?q=14+mill")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfTwoStewardsAtOnce_OneSucceeds_AndTheOtherIsToldWhatChanged()
    {
        var id = await host.EnterParcel("Both");
        using var one = await host.SignInAsSteward();
        using var other = await host.SignInAsSteward();
        var first = await one.Open($"/land/parcels/{id}/correct");
        var second = await other.Open($"/land/parcels/{id}/correct");
        Assert.Equal("Both", (await first.Submit(_newAddress)).Heading);
        var refused = await second.Submit(new Dictionary<string, string>
        {
            ["Input.TitleNumber"] = "0123-4",
            ["Input.Reason"] = "Tax roll.",
        });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("1 Both, Springfield → 14 Mill Street", refused.Errors[0], StringComparison.Ordinal);
        Assert.Equal("0123-4", refused.Document.QuerySelector("[name='Input.TitleNumber']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task HomesAreCorrectedAlike_AndOthersHearOfIt()
    {
        var parcel = await host.EnterParcel("Homes");
        var id = await host.EnterHome("C-1", parcel);
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/land/homes/{id}/correct")).Submit(new Dictionary<string, string>
        {
            ["Input.Bedrooms"] = "2",
            ["Input.Access"] = nameof(HomeAccess.Visitable),
            ["Input.Reason"] = "Counted.",
        });
        Assert.Contains("Bedrooms: not recorded → 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("Visitable", page.Text, StringComparison.Ordinal);
        var stale = Correction(id, parcel);
        stale.Version = 1;
        var refused = await host.AsSteward((CorrectHome correct) => correct, stale);
        Assert.Equal(CommonRefusal.ChangedMeanwhile, refused.Refusals.Single().Code);
        var told = Assert.IsType<Sentence>(Assert.Single(refused.Refusals).Figures[0]);
        Assert.Equal("{0}, by {1} on {2} ({3})", told.English);
        var facts = Assert.IsType<Sentence>(told.Figures[3]);
        Assert.Contains(facts.Figures, f => f is Sentence { Figures: [Sentence { English: "Bedrooms" }, _, "2"] });
    }

    [Fact]
    public async Task WhatChangesNothing_IsRefused()
    {
        var parcel = await host.EnterParcel("Same");
        var home = await host.EnterHome("C-2", parcel);
        var unchanged = Correction(home, parcel);
        (unchanged.Number, unchanged.Version) = ("C-2", 1);
        var outcome = await host.AsSteward((CorrectHome correct) => correct, unchanged);
        Assert.Equal(HomeRefusal.NothingChanged, outcome.Refusals.Single().Code);
        var land = await host.AsSteward((CorrectParcel correct) => correct, new CorrectParcelInput
        {
            Parcel = parcel,
            Version = 1,
            Name = "Same",
            Address = "1 Same, Springfield",
            Reason = "None.",
        });
        Assert.Equal(ParcelRefusal.NothingChanged, land.Refusals.Single().Code);
    }

    [Fact]
    public async Task ACorrection_NeedsAReason_AndARecord()
    {
        var parcel = await host.EnterParcel("Reasonless");
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/land/parcels/{parcel}/correct")).Submit(
            new Dictionary<string, string> { ["Input.Name"] = "Reasoned" });
        Assert.Contains("Say why", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound, (await steward.Open($"/land/homes/{Guid.CreateVersion7():N}/correct")).Status);
        var none = Correction(new HomeId(Guid.CreateVersion7()), parcel);
        var outcome = await host.AsSteward((CorrectHome correct) => correct, none);
        Assert.Equal(CommonRefusal.NotFound, outcome.Refusals.Single().Code);
    }

    private static CorrectHomeInput Correction(HomeId home, ParcelId parcel) => new()
    {
        Home = home,
        Parcel = parcel,
        Number = "C-9",
        Address = "2 Mill Street, Springfield",
        Kind = HomeKind.RowHouse,
        Reason = "Checked.",
    };
}
