using System.Net;
using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Land;

public sealed class AddHomeTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Steward_AddsAHomeByForm_AndSeesEverythingAboutIt()
    {
        var parcel = await host.EnterParcel("Orchard");
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/land/homes/add?parcel={parcel}");
        Assert.Equal($"{parcel}", form.Document.QuerySelector("option[selected]")!.GetAttribute("value"));
        var page = await form.Submit(new Dictionary<string, string>
        {
            ["Input.Number"] = "O-1",
            ["Input.Address"] = "1 Orchard Row, Springfield",
            ["Input.Kind"] = nameof(HomeKind.RowHouse),
            ["Input.Bedrooms"] = "3",
            ["Input.FloorArea"] = "1,234",
            ["Input.YearBuilt"] = "1998",
            ["Input.Latitude"] = "42.1015",
            ["Input.Longitude"] = "-72.5898",
        });
        Assert.Equal("Home O-1", page.Heading);
        Assert.Contains("1,234 sq ft", page.Text, StringComparison.Ordinal);
        Assert.Contains("Orchard", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "O-1", (await steward.Open("/land/homes?q=orchard+row&kind=RowHouse&sort=-bedrooms")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeRead_IsNotTakenForEmpty()
    {
        var parcel = await host.EnterParcel("Unread");
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/land/homes/add?parcel={parcel}");
        var page = await form.Submit(new Dictionary<string, string>
        {
            ["Input.Number"] = "U-1",
            ["Input.Address"] = "Here",
            ["Input.Kind"] = nameof(HomeKind.Duplex),
            ["Input.Bedrooms"] = "three",
        });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Single(page.Errors);
        Assert.Equal("three", page.Document.QuerySelector("[name='Input.Bedrooms']")!.GetAttribute("value"));
    }

    public static TheoryData<HomeRefusal, Action<AddHomeInput>> Broken => new()
    {
        { HomeRefusal.NumberTaken, h => h.Number = " R-1 " },
        { HomeRefusal.NoSuchParcel, h => h.Parcel = new ParcelId(Guid.CreateVersion7()) },
        { HomeRefusal.BuiltInFuture, h => h.YearBuilt = 2027 },
        { HomeRefusal.HalfALocation, h => h.Latitude = 42.1 },
        { HomeRefusal.LocationExchanged, h => (h.Latitude, h.Longitude) = (-72.59, 42.1) },
        { HomeRefusal.LocationFarAway, h => (h.Latitude, h.Longitude) = (51.5, 0.1) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task ABrokenRule_IsRefused_ByItsCode(HomeRefusal code, Action<AddHomeInput> spoil)
    {
        var parcel = await host.EnterParcel($"Refusing {code}");
        if (code == HomeRefusal.NumberTaken) await host.EnterHome("R-1", parcel);
        var input = LandIntent.HomeOn(parcel, $"R-{(int)code + 2}");
        spoil(input);
        var outcome = await host.AsSteward((AddHome add) => add, input);
        Assert.Equal(code, outcome.Refusals.Single().Code);
    }

    [Fact]
    public async Task OthersAskForHomes_ByIdAndNumber()
    {
        var parcel = await host.EnterParcel("Asked");
        var id = await host.EnterHome("A-1", parcel);
        await using var scope = host.Scope();
        scope.ServiceProvider.GetRequiredService<Acting>().Trust = host.Trust;
        var land = scope.ServiceProvider.GetRequiredService<ILand>();
        var byNumber = await land.HomeByNumber(" A-1");
        Assert.Equal(id, byNumber!.Id);
        Assert.Equal("Asked", byNumber.ParcelName);
        Assert.Equal(byNumber, (await land.Homes([id]))[id]);
        Assert.Equal("Asked", (await land.ParcelNames([parcel]))[parcel]);
        Assert.Empty(await land.Homes([]));
        Assert.Null(await land.HomeByNumber("none"));
    }

    [Fact]
    public async Task Auditor_ReadsHomes_ButAddsNone()
    {
        var id = await host.EnterHome("AU-1", await host.EnterParcel("Auditor's field"));
        using var auditor = await host.SignInAs(Role.Auditor);
        Assert.Equal("Home AU-1", (await auditor.Open($"/land/homes/{id}")).Heading);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Open("/land/homes/add")).Status);
        using var elsewhere = await host.SignInAsSteward(TrustHost.Elm);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Open($"/land/homes/{id}")).Status);
    }
}
