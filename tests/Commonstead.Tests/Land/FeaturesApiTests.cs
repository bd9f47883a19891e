using System.Net;
using System.Text.Json;
using Commonstead.Accounts;
using Commonstead.Land;

namespace Commonstead.Tests.Land;

public sealed class FeaturesApiTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string ItemsPath = "/api/v1/collections/parcels/items";

    [Fact]
    public async Task FromTheLandingPage_AProgramFindsTheParcels()
    {
        await Outlined("Alpha", -72.59);
        using var steward = await host.SignInAsSteward();
        var landing = await Read(steward, "/api/v1");
        var conformance = await Read(steward, HrefOf(landing, "conformance"));
        Assert.Contains(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            conformance.GetProperty("conformsTo").EnumerateArray().Select(c => c.GetString()));
        var described = await Read(steward, HrefOf(landing, "service-desc"));
        Assert.True(described.GetProperty("paths").TryGetProperty(ItemsPath, out _));
        Assert.False(described.GetProperty("paths").TryGetProperty("/land/map.geojson", out _));
        var collections = await Read(steward, HrefOf(landing, "data"));
        var collection = Assert.Single(collections.GetProperty("collections").EnumerateArray().ToList());
        var extent = collection.GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0];
        Assert.Equal(4, extent.GetArrayLength());
        var items = await Read(steward, HrefOf(collection, "items"));
        var feature = items.GetProperty("features").EnumerateArray().First(f => Name(f) == "Alpha");
        Assert.Equal("Polygon", feature.GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal("Residential", feature.GetProperty("properties").GetProperty("land_use").GetString());
        var one = await Read(steward, $"{ItemsPath}/{feature.GetProperty("id").GetString()}");
        Assert.Equal("Alpha", Name(one));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await steward.Http.GetAsync($"{ItemsPath}/{Guid.CreateVersion7():N}")).StatusCode);
    }

    [Fact]
    public async Task Pages_FollowOneAnother_WithoutGapsOrRepeats()
    {
        for (var number = 0; number < 5; number++) await host.EnterParcel($"Page & {number}");
        using var steward = await host.SignInAsSteward();
        var seen = new List<string>();
        string? next = $"{ItemsPath}?limit=2";
        while (next is not null)
        {
            var page = await Read(steward, next);
            seen.AddRange(page.GetProperty("features").EnumerateArray().Select(Name));
            Assert.True(page.GetProperty("numberReturned").GetInt32() <= 2);
            next = FindHref(page, "next");
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(5, seen.Count(name => name.StartsWith("Page & ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ABox_LeavesOutWhatLiesElsewhere()
    {
        await Outlined("West", -80);
        await Outlined("East", -70);
        using var steward = await host.SignInAsSteward();
        Assert.Equal(["West"], await Within(steward, "-81,42,-79,43"));
        Assert.Equal(["East"], await Within(steward, "-71,42,0,-69,43,100"));
        Assert.Equal(["East", "West"], await Within(steward, "-72,42,-79,43"));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=many")]
    [InlineData("bbox=1,2,3")]
    [InlineData("bbox=1,9,3,4")]
    [InlineData("bbox=a,b,c,d")]
    [InlineData("bbox=NaN,0,1,1")]
    [InlineData("colour=red")]
    public async Task AWrongQuestion_IsRefused(string query)
    {
        using var steward = await host.SignInAsSteward();
        var answer = await steward.Http.GetAsync($"{ItemsPath}?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task WhoMayNotSeeLand_GetsNone()
    {
        await Outlined("Hidden", -75);
        using var leaseholder = await host.SignInAs(Role.Leaseholder);
        foreach (var path in (string[])["/api/v1", ItemsPath, "/land/map.geojson", "/land/map"])
            Assert.Equal(HttpStatusCode.Forbidden, (await leaseholder.Http.GetAsync(path)).StatusCode);
        using var visitor = host.NewVisitor();
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Http.GetAsync(ItemsPath)).StatusCode);
        using var elsewhere = await host.SignInAsSteward(TrustHost.Elm);
        Assert.Equal(0, (await Read(elsewhere, ItemsPath)).GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task TheMap_DrawsParcelsAndHomes_AndListsTheSame()
    {
        var parcel = await Outlined("Mapped", -76);
        var home = LandIntent.HomeOn(parcel, "M-1");
        (home.Latitude, home.Longitude) = (42.1005, -75.999);
        var id = (await host.AsSteward((AddHome add) => add, home)).Value;
        using var steward = await host.SignInAsSteward();
        var all = await Read(steward, "/land/map.geojson");
        var kinds = all.GetProperty("features").EnumerateArray()
            .Select(f => f.GetProperty("properties").GetProperty("kind").GetString()).ToList();
        Assert.Contains("parcel", kinds);
        Assert.Contains("home", kinds);
        var one = await Read(steward, $"/land/map.geojson?home={id}");
        Assert.Equal(2, one.GetProperty("features").GetArrayLength());
        var page = await steward.Open("/land/map");
        Assert.Contains("Mapped", page.Text, StringComparison.Ordinal);
        Assert.Contains("M-1", page.Text, StringComparison.Ordinal);
        Assert.Equal("M-1", (await steward.Open($"/land/homes?parcel={parcel}"))
            .Document.QuerySelector("tbody th a")!.TextContent);
    }

    [Fact]
    public async Task TheRegisters_AreSortedFilteredAndDownloaded()
    {
        await Outlined("Sorted", -77);
        using var steward = await host.SignInAsSteward();
        foreach (var sort in (string[])["name", "-address", "area", "-number"])
            Assert.Equal("Land", (await steward.Open($"/land?sort={sort}&use=Residential&outline=yes")).Heading);
        var none = await steward.Open("/land?use=Conservation");
        Assert.Contains("Nothing matches", none.Text, StringComparison.Ordinal);
        var csv = await steward.Http.GetStringAsync("/land?format=csv&q=sorted");
        Assert.Contains("Sorted", csv, StringComparison.Ordinal);
        Assert.Contains("Acres", csv, StringComparison.Ordinal);
        csv = await steward.Http.GetStringAsync("/land/homes?format=csv");
        Assert.Contains("Number", csv, StringComparison.Ordinal);
    }

    private async Task<ParcelId> Outlined(string name, double west)
    {
        var id = await host.EnterParcel(name);
        var east = west + 0.001;
        var ring = FormattableString.Invariant(
            $"[{west},42.1],[{east},42.1],[{east},42.101],[{west},42.101],[{west},42.1]");
        var input = new SetOutlineInput { Parcel = id, Version = 1, GeoJson = SetOutlineTests.Polygon(ring) };
        Assert.True((await host.AsSteward((SetOutline set) => set, input)).IsDone);
        return id;
    }

    private static async Task<IEnumerable<string>> Within(Visitor steward, string box)
    {
        var items = await Read(steward, $"{ItemsPath}?bbox={box}");
        return items.GetProperty("features").EnumerateArray().Select(Name);
    }

    private static async Task<JsonElement> Read(Visitor steward, string address)
    {
        using var answer = await steward.Http.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    private static string Name(JsonElement feature) =>
        feature.GetProperty("properties").GetProperty("name").GetString()!;

    private static string HrefOf(JsonElement document, string relation) => FindHref(document, relation)!;

    private static string? FindHref(JsonElement document, string relation)
    {
        var links = document.GetProperty("links").EnumerateArray();
        var link = links.FirstOrDefault(l => l.GetProperty("rel").GetString() == relation);
        return link.ValueKind == JsonValueKind.Object ? link.GetProperty("href").GetString() : null;
    }
}
