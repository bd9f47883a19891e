using System.Net;
using System.Text;
using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Land;

namespace Commonstead.Tests.Leases;

public sealed class ImportLeasesTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string Header = "lease_number,home_number,starts_on,ends_on,leaseholders";

    [Fact]
    public async Task Steward_LooksAtAFile_ThenImportsHomesAndLeases()
    {
        var parcel = LeaseIntent.Unique("Import Commons");
        await host.EnterParcel(parcel);
        var person = await host.NewPerson("Imported");
        var rule = await host.TestRule();
        var (number, home) = (LeaseIntent.Unique("L"), LeaseIntent.Unique("H"));
        using var steward = await host.SignInAsSteward();
        const string more = "home_parcel,home_address,home_kind,home_bedrooms,rule,fee_amount";
        var described = $"{person},{parcel},\"5 Elm, \"\"rear\"\"\",row_house,3,Test rule,40.50,160000,unknown";
        var preview = await Upload(
            steward,
            $"{Header},{more},fact:purchase_price,fact:purchase_date\n"
                + $"{number},{home},2019-05-14,2118-05-13,{described}\n");
        Assert.Contains("1 leases and 1 new homes", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await steward.Open("/leases?q=" + number)).Text, StringComparison.Ordinal);
        var list = await preview.Submit(new Dictionary<string, string>(), "#confirm");
        Assert.Equal("/leases", list.Address);
        var page = await steward.Open("/leases?q=" + number);
        var lease = await steward.Open(page.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        foreach (var said in (string[])["5 Elm, \"rear\"", "Ana Imported", "$160,000.00", "Not known", "$40.50",
            "Test rule"])
            Assert.Contains(said, lease.Text, StringComparison.Ordinal);
        Assert.NotNull(await host.Asks((ILand land) => land.HomeByNumber(home)));
        Assert.NotEmpty(rule);
        Assert.Empty((await Verification.Run(host.Trust)).Breaks);
    }

    [Fact]
    public async Task FormulaStaysText_AndIsGuardedInTheDownload()
    {
        var (home, person) = (await host.NewHome(), await host.NewPerson());
        var number = "=cmd|' /C calc'!A" + LeaseIntent.Unique("");
        Assert.True((await Import($"{Header}\n{number},{home},2019-05-14,2118-05-13,{person}")).IsDone);
        using var steward = await host.SignInAsSteward();
        var csv = await steward.Http.GetStringAsync("/leases?format=csv&q=" + Uri.EscapeDataString(number));
        Assert.Contains("'" + number, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryProblem_IsNamedByRowAndColumn_AndNothingIsWritten()
    {
        var (home, person) = (await host.NewHome(), await host.NewPerson());
        var good = LeaseIntent.Unique("L");
        var file = $"""
            {Header},fee_amount,fact:purchase_price,instrument
            {good},{home},2019-05-14,2118-05-13,{person},40,1,ground_lease
            {good},{home},2019-02-30,2118-05-13,{person},forty,1,handshake
            """;
        var problems = await Check(file);
        Assert.Equal(
            [(3, "starts_on"), (3, "fee_amount"), (3, "instrument")],
            problems.Where(p => p.Row == 3).Select(p => (p.Row, p.Column)).Take(3).OrderBy(p => Array.IndexOf(
                ["starts_on", "fee_amount", "instrument"], p.Column)));
        var outcome = await Import(file);
        Assert.Equal(ImportLeasesRefusal.FileHasProblems, outcome.Code());
        using var steward = await host.SignInAsSteward();
        Assert.Contains("0 found", (await steward.Open("/leases?q=" + good)).Text, StringComparison.Ordinal);
        var preview = await Upload(steward, file);
        Assert.Contains("2019-02-30", preview.Text, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("#confirm"));
    }

    [Fact]
    public async Task Problems_OfWholeRows()
    {
        var (home, other, person) = (await host.NewHome(), await host.NewHome(), await host.NewPerson());
        var number = LeaseIntent.Unique("L");
        var problems = await Check($"""
            {Header}
            {number},{home},2019-05-14,2118-05-13,{person}
            {number},{other},2019-05-14,2118-05-13,{person}
            {LeaseIntent.Unique("L")},{home},2030-05-14,2118-05-13,{person}
            {LeaseIntent.Unique("L")},nowhere,2019-05-14,2118-05-13,{person}
            {LeaseIntent.Unique("L")},{await host.NewHome()},2019-05-14,2118-05-13,Nobody Known
            {LeaseIntent.Unique("L")},{await host.NewHome()},2019-05-14,2118-05-13,{person} (1/2)
            """);
        Assert.Equal(
            [(3, "lease_number"), (4, "home_number"), (5, "home_number"), (6, "leaseholders"), (7, "leaseholders")],
            problems.Select(p => (p.Row, p.Column!)));
    }

    [Fact]
    public async Task ACellThatDoesNotParse_HidesNothingElseOfItsRow()
    {
        var (home, person, rule) = (await host.NewHome(), await host.NewPerson(), await host.TestRule());
        var number = LeaseIntent.Unique("L");
        var problems = await Check($"""
            {Header},occupancy_months,rule,fact:purchase_price
            {number},{home},2019-05-14,2118-05-13,{person},,{rule},100000
            {number},{await host.NewHome()},2019-05-14,2018-05-13,Nobody Known,always,{rule},a lot
            {LeaseIntent.Unique("L")},nowhere,2019-05-14,2118-05-13,{person},13,No such rule,unknown
            """);
        Assert.Equal(
            [
                "ends_on", "fact:purchase_price", "lease_number", "leaseholders", "occupancy_months",
                "home_number", "occupancy_months", "rule",
            ],
            problems.OrderBy(p => p.Row).ThenBy(p => p.Column, StringComparer.Ordinal).Select(p => p.Column));
        Assert.Contains(problems, p => p is { Row: 4, Column: "rule", Figures: ["No such rule"] });
    }

    [Theory]
    [InlineData("lease_number,home_number,starts_on,ends_on", "leaseholders")]
    [InlineData(Header + ",favourite_colour", "favourite_colour")]
    [InlineData(Header + ",ends_on", "ends_on")]
    public async Task Header_IsHeldToItsColumns(string header, string column)
    {
        var cells = string.Join(',', header.Split(',').Select(_ => "x"));
        var problem = Assert.Single(await Check($"{header}\n{cells}"));
        Assert.Equal((1, column), (problem.Row, problem.Column));
    }

    [Fact]
    public async Task WrongEncoding_IsRefusedWithTheByte()
    {
        var bytes = Encoding.Latin1.GetBytes($"{Header}\nL,H,2019-05-14,2118-05-13,José");
        var problem = Assert.Single(await Check(bytes));
        Assert.Equal(bytes.Length - 1, Assert.Single(problem.Figures));
        Assert.Contains("UTF-8", problem.Message, StringComparison.Ordinal);
        foreach (var utf16 in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] bare = utf16.GetBytes(Header);
            foreach (var file in (byte[][])[bare, [.. utf16.GetPreamble(), .. bare]])
                Assert.Contains("UTF-16", Assert.Single(await Check(file)).Message, StringComparison.Ordinal);
        }

        Assert.Contains("zero", Assert.Single(await Check([.. Encoding.UTF8.GetBytes(Header), 0])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ByteOrderMark_LineEndsOfWindows_AndLineBreaksInCells_AreTaken()
    {
        var parcel = LeaseIntent.Unique("Windows");
        await host.EnterParcel(parcel);
        var (number, home, person) = (LeaseIntent.Unique("L"), LeaseIntent.Unique("H"), await host.NewPerson());
        var text = $"{Header},home_parcel,home_address\r\n"
            + $"{number},{home},2019-05-14,2118-05-13,{person},{parcel},\"5 Elm\r\nrear\"\r\n"
            + $"{number}-b,{home},2025-02-30,2118-05-13,{person},{parcel},x\r\n";
        var problem = Assert.Single(await Check([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]));

        // The third row of the spreadsheet, however many lines the second takes in the file.
        Assert.Equal((3, "starts_on"), (problem.Row, problem.Column));
        Assert.True((await Import(text[..text.LastIndexOf(number, StringComparison.Ordinal)])).IsDone);
        Assert.Equal("5 Elm rear", (await host.Asks((ILand land) => land.HomeByNumber(home)))!.Address);
    }

    [Fact]
    public async Task TenThousandLeases_AreImportedWhole_OrNotAtAll()
    {
        const int many = 10_000;
        var parcel = LeaseIntent.Unique("Huge");
        await host.EnterParcel(parcel);
        var person = await host.NewPerson(LeaseIntent.Unique("Many"));
        var tag = LeaseIntent.Unique("K");
        var rows = Enumerable.Range(0, many).Select(i =>
            $"{tag}-{i},{tag}-{i},2019-05-14,2118-05-13,{person},{parcel},{i} Elm St").ToList();
        var header = $"{Header},home_parcel,home_address\n";
        var wrong = header + string.Join('\n', [.. rows, rows[0]]);
        var refused = await Import(wrong);
        Assert.Equal(ImportLeasesRefusal.FileHasProblems, refused.Code());
        Assert.Equal([1, many + 2], refused.Refusals[0].Figures.Cast<int>());
        Assert.Null(await host.Asks((ILand land) => land.HomeByNumber($"{tag}-0")));
        Assert.Equal(many, (await Import(header + string.Join('\n', rows))).Value.Leases);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Header)]
    [InlineData(Header + "\nL,H")]
    [InlineData(Header + "\n\"L,H,2019-05-14,2118-05-13,x")]
    public async Task BrokenFile_IsRefused(string text) => Assert.Single(await Check(text));

    [Fact]
    public async Task FileGone()
    {
        await host.FoundTrusts();
        var outcome = await host.Does(
            (ImportLeases import) => import, new ImportLeasesInput { Hash = new string('0', 64) });
        Assert.Equal(ImportLeasesRefusal.FileGone, outcome.Code());
    }

    [Fact]
    public async Task NewHome_NeedsItsParcelAndAKindTheRegisterKnows()
    {
        var parcel = LeaseIntent.Unique("Parcel");
        await host.EnterParcel(parcel);
        var home = new HomeToEnter(RecordIds.New<HomeId>(), LeaseIntent.Unique("H"), "No parcel", "Here", null, 2,
            null);
        Assert.Equal(HomeEntryRefusal.ParcelUnknown, (await Enter(home)).Code());
        Assert.Equal(HomeEntryRefusal.KindUnknown, (await Enter(home with { ParcelName = parcel, Kind = "castle" }))
            .Code());
        Assert.True((await Enter(home with { ParcelName = parcel, Kind = "row_house" })).IsDone);

        Task<Outcome<HomeSummary>> Enter(HomeToEnter tried) =>
            host.Asks(async (IHomeEntry homes) =>
            {
                await homes.Expect([tried]);
                return homes.Check(tried);
            });
    }

    [Fact]
    public async Task Auditor_MayNot()
    {
        using var auditor = await host.SignInAs(Role.Auditor);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Open("/leases/import")).Status);
    }

    [Fact]
    public async Task ThousandLeases_ComeInOneOperation()
    {
        const int many = 1_000;
        var parcel = LeaseIntent.Unique("Large");
        await host.EnterParcel(parcel);
        var person = await host.NewPerson();
        var tag = LeaseIntent.Unique("M");
        var rows = Enumerable.Range(0, many).Select(i =>
            $"{tag}-{i},{tag}-{i},2019-05-14,2118-05-13,{person},{parcel},{i} Elm St,100000,unknown");
        var outcome = await Import(
            $"{Header},home_parcel,home_address,fact:purchase_price,fact:purchase_date\n{string.Join('\n', rows)}");
        Assert.Equal((many, many), (outcome.Value.Leases, outcome.Value.Homes));
        Assert.Empty((await Verification.Run(host.Trust)).Breaks);
    }

    private static async Task<SeenPage> Upload(Visitor steward, string text) =>
        await (await steward.Open("/leases/import")).Submit(
            new Dictionary<string, string>(), "main form", ("Upload", "leases.csv", Encoding.UTF8.GetBytes(text)));

    private Task<IReadOnlyList<ImportProblem>> Check(string text) => Check(Encoding.UTF8.GetBytes(text));

    private async Task<IReadOnlyList<ImportProblem>> Check(byte[] content)
    {
        await host.FoundTrusts();
        return (await host.Asks((LeaseFileCheck check) => check.Check(content))).Problems;
    }

    private async Task<Outcome<ImportedLeases>> Import(string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var stored = await host.Trust.Documents.Store(content);
        return await host.Does((ImportLeases import) => import, new ImportLeasesInput { Hash = stored.Hash });
    }
}
