using System.Net;
using System.Text;
using Commonstead.Land;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Land;

public sealed class ImportParcelsTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string Square = "[-72.59,42.1],[-72.588,42.1],[-72.588,42.101],[-72.59,42.101],[-72.59,42.1]";
    private const string Beside = "[-72.588,42.1],[-72.586,42.1],[-72.586,42.101],[-72.588,42.101],[-72.588,42.1]";

    [Fact]
    public async Task AFile_IsPreviewed_ThenEnteredWhole()
    {
        using var steward = await host.SignInAsSteward();
        var preview = await Choose(steward, Collection(
            Feature("North field", Square, "\"land_use\":\"Community production\",\"tenure\":\"fee simple\""),
            Feature("South field", Beside, "\"land_use\":\"conservation\""),
            """{"type":"Feature","geometry":null,"properties":{"name":"No outline","address":"Here"}}"""));
        Assert.Equal("Preview of the import", preview.Heading);
        Assert.Contains("3 parcels would be entered, 2 of them with", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("North field", (await steward.Open("/land")).Text, StringComparison.Ordinal);
        var register = await preview.Submit(new Dictionary<string, string>());
        Assert.Equal("Land", register.Heading);
        Assert.Contains("North field", register.Text, StringComparison.Ordinal);
        Assert.Contains("Community production", register.Text, StringComparison.Ordinal);
        Assert.Contains("4.5", register.Text, StringComparison.Ordinal);
        var again = await Choose(steward, Collection(Feature("North field", Square)));
        Assert.Contains("There is a parcel called “North field” already.", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneWrongFeature_AndNothingIsEntered_EachTroubleNamedByFeatureAndRing()
    {
        using var steward = await host.SignInAsSteward();
        var preview = await Choose(steward, Collection(
            Feature("Good", Square),
            Feature("Crossing", "[-72.59,42.1],[-72.58,42.11],[-72.58,42.1],[-72.59,42.11],[-72.59,42.1]"),
            Feature("Exchanged", "[42.1,-72.59],[42.1,-72.588],[42.101,-72.588],[42.1,-72.59]"),
            Feature("Open", "[-72.59,42.1],[-72.588,42.1],[-72.588,42.101],[-72.59,42.101]"),
            Feature("Good", Beside),
            Feature("", Beside),
            Feature("Unknown use", Beside, "\"land_use\":\"airport\""),
            """{"type":"Feature","geometry":{"type":"Point","coordinates":[-72.5,42.1]},"properties":{"name":"P"}}"""));
        foreach (var (where, what) in new[]
        {
            ("Feature 2, polygon 1, ring 1", "crosses or touches"), ("Feature 3, polygon 1, ring 1", "exchanged"),
            ("Feature 4, polygon 1, ring 1", "does not end where it starts"), ("Feature 5", "Feature 1 is called"),
            ("Feature 6", "Enter the parcel's name."), ("Feature 7", "“airport” is no land_use"),
            ("Feature 8", "this is a point"), ("Feature 8", "Enter where the parcel is."),
        })
        {
            var row = preview.Document.QuerySelectorAll("tbody tr").FirstOrDefault(r =>
                r.QuerySelector("th")!.TextContent == where
                && r.TextContent.Contains(what, StringComparison.Ordinal));
            Assert.True(row is not null, $"{where}: {what}\n{preview.Text}");
        }

        Assert.Null(preview.Document.QuerySelector("form[data-progress]"));
        Assert.DoesNotContain("Crossing", (await steward.Open("/land")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json at all", "JSON")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Fea", "JSON")]
    [InlineData("{\"type\":\"Feature\"}", "FeatureCollection")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "no parcel")]
    public async Task WhatIsNoFileOfParcels_IsSaidSo(string text, string says)
    {
        using var steward = await host.SignInAsSteward();
        Assert.Contains(says, (await Choose(steward, text)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileOf50Megabytes_IsRefusedWithASentence()
    {
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open("/land/import");
        var page = await form.Submit(
            new Dictionary<string, string>(), "main form", ("Upload", "big.geojson", new byte[50 * 1024 * 1024]));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("larger than 32 MB", Assert.Single(page.Errors), StringComparison.Ordinal);
        var none = await (await steward.Open("/land/import")).Submit(new Dictionary<string, string>());
        Assert.Equal("Choose a file.", Assert.Single(none.Errors));
    }

    [Fact]
    public async Task ParcelsThatOverlap_AreWorthALook_ButNoError()
    {
        using var steward = await host.SignInAsSteward();
        var preview = await Choose(steward, Collection(Feature("Over", Square), Feature("Under", Square)));
        Assert.Contains("Over and Under overlap", preview.Text, StringComparison.Ordinal);
        Assert.NotNull(preview.Document.QuerySelector("form[data-progress]"));
    }

    [Fact]
    public async Task TheOperationItself_RefusesTrouble_AndAFileItHasNot()
    {
        await host.FoundTrusts();
        var missing = new ImportParcelsInput { File = new string('a', 64) };
        Assert.Equal(ImportParcelsRefusal.NoFile, await Refused(missing));
        var cancel = TestContext.Current.CancellationToken;
        var stored = await host.Trust.Documents.Store(new MemoryStream(Bytes(Collection(Feature("", Square)))), cancel);
        Assert.Equal(ImportParcelsRefusal.Trouble, await Refused(new ImportParcelsInput { File = stored.Hash }));
        Assert.Equal(CommonRefusal.InputOutOfBounds, await Refused(new ImportParcelsInput { File = "../trust.db" }));
        using var steward = await host.SignInAsSteward();
        Assert.Equal(HttpStatusCode.NotFound, (await steward.Open($"/land/import/{missing.File}")).Status);
    }

    [Fact]
    public async Task Progress_IsToldWhileAnImportRuns_AndToNobodyElse()
    {
        var running = new RunningImports();
        await host.FoundTrusts();
        using (var import = running.Begin(host.Trust, "file"))
        {
            import.Tell(0.25);
            Assert.Equal(0.25, running.Share(host.Trust, "file"));
            Assert.Null(running.Share(host.OtherTrust, "file"));
        }

        Assert.Null(running.Share(host.Trust, "file"));
        using var steward = await host.SignInAsSteward();
        Assert.Equal("""{"share":null}""", await steward.Http.GetStringAsync("/imports/none/progress"));
    }

    [Fact]
    public async Task EveryParcelEntered_IsAttested()
    {
        using var steward = await host.SignInAsSteward();
        await (await Choose(steward, Collection(Feature("Attested", Square)))).Submit(new Dictionary<string, string>());
        await using var db = host.Trust.NewDb();
        var parcel = await db.Set<Parcel>().SingleAsync(
            p => p.Name == "Attested", TestContext.Current.CancellationToken);
        Assert.True(await db.Set<Attestation>().AnyAsync(
            a => a.Key == parcel.Id.Value, TestContext.Current.CancellationToken));
        Assert.Equal(SearchText.Of("Attested 1 Street, Springfield"), parcel.Search);
    }

    private static async Task<SeenPage> Choose(Visitor steward, string text) =>
        await (await steward.Open("/land/import")).Submit(
            new Dictionary<string, string>(), "main form", ("Upload", "parcels.geojson", Bytes(text)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private static string Feature(string name, string ring, string? more = null)
    {
        var facts = $"\"name\":\"{name}\",\"address\":\"1 Street, Springfield\"{(more is null ? "" : "," + more)}";
        var geometry = SetOutlineTests.Polygon(ring);
        return "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":{" + facts + "}}";
    }

    private async Task<Enum> Refused(ImportParcelsInput input) =>
        (await host.AsSteward((ImportParcels import) => import, input)).Refusals[0].Code;
}
