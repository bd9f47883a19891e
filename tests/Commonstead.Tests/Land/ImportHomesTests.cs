using System.Net;
using System.Text;
using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Land;

public sealed class ImportHomesTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string Header = "number,parcel,address";

    [Fact]
    public async Task Steward_LooksAtAFile_ThenImportsItsHomes()
    {
        var (parcel, number) = (await Parcel(), LeaseIntent.Unique("H"));
        using var steward = await host.SignInAsSteward();
        var more = "kind,bedrooms,floor_area,year_built,access,access_note,latitude,longitude";
        var preview = await Upload(steward, $"{Header},{more}\n"
            + $"{number},{parcel},\"5 Elm, rear\",row_house,3,1240,2008,visitable,Ramp,42.1,-72.59\n");
        Assert.Contains("1 new homes", preview.Text, StringComparison.Ordinal);
        var form = preview.Document.QuerySelector("form#confirm")!;
        Assert.StartsWith("/imports/", form.GetAttribute("data-progress"), StringComparison.Ordinal);
        Assert.Null(await Home(number));
        var list = await preview.Submit(new Dictionary<string, string>(), "#confirm");
        Assert.Equal("/land/homes", list.Address);
        var page = await steward.Open($"/land/homes/{(await Home(number))!.Id}");
        foreach (var said in (string[])["5 Elm, rear", "Row house", "1,240 sq ft", "2008", "Visitable", "Ramp"])
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Empty((await Verification.Run(host.Trust)).Breaks);
    }

    [Fact]
    public async Task EveryProblem_IsNamedByRowAndColumn_AndNothingIsWritten()
    {
        var (parcel, taken, good) = (await Parcel(), await host.NewHome(), LeaseIntent.Unique("H"));
        var text = $"""
            {Header},kind,bedrooms,year_built,latitude,longitude
            {good},{parcel},1 Elm,row_house,3,2008,,
            {good},{parcel},2 Elm,row_house,3,2008,,
            {taken},{parcel},3 Elm,row_house,3,2008,,
            {LeaseIntent.Unique("H")},No such parcel,4 Elm,row_house,3,2008,,
            {LeaseIntent.Unique("H")},{parcel},5 Elm,castle,three,2008,,
            {LeaseIntent.Unique("H")},{parcel},6 Elm,row_house,99,2008,,
            {LeaseIntent.Unique("H")},{parcel},7 Elm,row_house,3,2150,,
            {LeaseIntent.Unique("H")},{parcel},8 Elm,row_house,3,2008,-72.59,42.1
            {LeaseIntent.Unique("H")},{parcel},,row_house,3,2008,,
            """;
        var problems = (await Check(Encoding.UTF8.GetBytes(text))).Problems;
        Assert.Equal(
            [
                (3, "number"), (4, "number"), (5, "parcel"), (6, "kind"), (6, "bedrooms"), (7, "bedrooms"),
                (8, "year_built"), (9, "latitude"), (10, "address"),
            ],
            problems.Select(p => (p.Row, p.Column!)));
        var outcome = await Import(text);
        Assert.Equal(ImportHomesRefusal.FileHasProblems, outcome.Code());
        Assert.Null(await Home(good));
        using var steward = await host.SignInAsSteward();
        var preview = await Upload(steward, text);
        Assert.Contains("castle", preview.Text, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("#confirm"));
    }

    [Fact]
    public async Task ACellThatDoesNotParse_HidesNothingElseOfItsRow()
    {
        var (parcel, taken) = (await Parcel(), await host.NewHome());
        var text = $"""
            {Header},bedrooms,year_built,latitude,longitude
            {taken},{parcel},1 Elm,three,2150,42.1,
            {LeaseIntent.Unique("H")},{parcel},2 Elm,3,2008,42.1,west
            """;
        Assert.Equal(
            [(2, "bedrooms"), (2, "latitude"), (2, "number"), (2, "year_built"), (3, "longitude")],
            (await Check(Encoding.UTF8.GetBytes(text))).Problems.Select(p => (p.Row, p.Column!)).Order());
    }

    [Theory]
    [InlineData("number,parcel", "address")]
    [InlineData(Header + ",colour", "colour")]
    public async Task Header_IsHeldToItsColumns(string header, string column)
    {
        await host.FoundTrusts();
        var text = $"{header}\n{string.Join(',', header.Split(',').Select(_ => "x"))}";
        Assert.Equal((1, column), Place(Assert.Single((await Check(Encoding.UTF8.GetBytes(text))).Problems)));
    }

    [Fact]
    public async Task WrongEncodings_AreRefused_AndAFormulaStaysText()
    {
        var parcel = await Parcel();
        var latin = Encoding.Latin1.GetBytes($"{Header}\nH,{parcel},José");
        Assert.Contains("UTF-8", Assert.Single((await Check(latin)).Problems).Message, StringComparison.Ordinal);
        var utf16 = Encoding.Unicode.GetBytes(Header);
        Assert.Contains("UTF-16", Assert.Single((await Check(utf16)).Problems).Message, StringComparison.Ordinal);
        var number = "=cmd" + LeaseIntent.Unique("");
        Assert.True((await Import($"{Header}\r\n{number},{parcel},=1+1\r\n")).IsDone);
        using var steward = await host.SignInAsSteward();
        var csv = await steward.Http.GetStringAsync("/land/homes?format=csv&q=" + Uri.EscapeDataString(number));
        Assert.Contains("'" + number, csv, StringComparison.Ordinal);
        Assert.Contains("'=1+1", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TenThousandHomes_ComeInOneOperation()
    {
        const int many = 10_000;
        var (parcel, tag) = (await Parcel(), LeaseIntent.Unique("Q"));
        var rows = Enumerable.Range(0, many).Select(i => $"{tag}-{i},{parcel},{i} Elm St");
        Assert.Equal(many, (await Import($"{Header}\n{string.Join('\n', rows)}")).Value.Homes);
    }

    [Fact]
    public async Task FileGone_AndWhoMayNot()
    {
        await host.FoundTrusts();
        var gone = new ImportHomesInput { Hash = new string('0', 64) };
        Assert.Equal(ImportHomesRefusal.FileGone, (await host.Does((ImportHomes import) => import, gone)).Code());
        using var auditor = await host.SignInAs(Role.Auditor);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Open("/land/homes/import")).Status);
    }

    private static (int Row, string? Column) Place(ImportProblem problem) => (problem.Row, problem.Column);

    private static async Task<SeenPage> Upload(Visitor steward, string text) =>
        await (await steward.Open("/land/homes/import")).Submit(
            new Dictionary<string, string>(), "main form", ("Upload", "homes.csv", Encoding.UTF8.GetBytes(text)));

    private async Task<string> Parcel()
    {
        var name = LeaseIntent.Unique("Homes Commons");
        await host.EnterParcel(name);
        return name;
    }

    private Task<HomeSummary?> Home(string number) => host.Asks((ILand land) => land.HomeByNumber(number));

    private Task<HomeFile> Check(byte[] content) => host.Asks((HomeFileCheck check) => check.Check(content));

    private async Task<Outcome<ImportedHomes>> Import(string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var stored = await host.Trust.Documents.Store(content);
        return await host.Does((ImportHomes import) => import, new ImportHomesInput { Hash = stored.Hash });
    }
}
