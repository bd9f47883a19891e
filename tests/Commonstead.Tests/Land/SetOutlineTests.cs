using System.Net;
using System.Text;
using Commonstead.Land;
using Commonstead.Platform.Operations;

namespace Commonstead.Tests.Land;

public sealed class SetOutlineTests(TrustHost host) : IClassFixture<TrustHost>
{
    public static string Field { get; } =
        Polygon("[-72.59,42.1],[-72.588,42.1],[-72.588,42.101],[-72.59,42.101],[-72.59,42.1]");

    [Fact]
    public async Task AnOutline_IsSetFromAFile_AndItsAreaShown()
    {
        var id = await host.EnterParcel("Measured");
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/land/parcels/{id}/outline");
        var page = await form.Submit(
            new Dictionary<string, string>(), "main form", ("Upload", "field.geojson", Encoding.UTF8.GetBytes(Field)));
        Assert.Equal("Measured", page.Heading);
        Assert.Contains("4.54 acres", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"[data-map='/land/map.geojson?parcel={id}']"));
    }

    public static TheoryData<string, string> Bad => new()
    {
        { Polygon("[42.1,-72.59],[42.1,-72.588],[42.101,-72.588],[42.1,-72.59]"), "exchanged" },
        { Polygon("[-72.59,42.1],[-72.58,42.11],[-72.58,42.1],[-72.59,42.11],[-72.59,42.1]"), "crosses" },
        { Polygon("[-72.59,42.1],[-72.58,42.11],[-72.58,42.1]"), "ring 1" },
        { "not json", "JSON" },
        { "", "Paste the outline" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task WhatIsNoOutline_IsRefused_NamingTheTrouble(string text, string says)
    {
        var id = await host.EnterParcel($"No outline {Guid.CreateVersion7()}");
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/land/parcels/{id}/outline")).Submit(
            new Dictionary<string, string> { ["Input.GeoJson"] = text });
        Assert.NotEqual(HttpStatusCode.OK, page.Status);
        Assert.Contains(says, Assert.Single(page.Errors), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task OnRecord_ItIsReplacedWithAReasonOnly()
    {
        var input = new SetOutlineInput { Parcel = await host.EnterParcel("Replaced"), Version = 1, GeoJson = Field };
        Assert.True((await host.AsSteward((SetOutline set) => set, input)).IsDone);
        Assert.Equal(CommonRefusal.ChangedMeanwhile, await Refused(input));
        input.Version = 2;
        Assert.Equal(SetOutlineRefusal.ReasonMissing, await Refused(input));
        (input.Reason, input.GeoJson) = ("New survey.", "[]");
        Assert.Equal(SetOutlineRefusal.BadOutline, await Refused(input));
        input.GeoJson = Field;
        Assert.True((await host.AsSteward((SetOutline set) => set, input)).IsDone);
        input.Parcel = new ParcelId(Guid.CreateVersion7());
        Assert.Equal(CommonRefusal.NotFound, await Refused(input));
    }

    public static string Polygon(string ring) => $$"""{"type":"Polygon","coordinates":[[{{ring}}]]}""";

    private async Task<Enum> Refused(SetOutlineInput input) =>
        (await host.AsSteward((SetOutline set) => set, input)).Refusals[0].Code;
}
