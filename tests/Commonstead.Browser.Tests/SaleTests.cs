using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>
/// The main job by hand in the browser: from a trust's first page to a home's new owner, a certificate anyone can
/// check, and a record that tells when somebody changed it.
/// </summary>
public sealed partial class SaleTests(BrowserFixture browser)
{
    [Fact]
    public async Task AHome_ChangesHands_AndAChangedByteIsFound()
    {
        await using var program = await ProgramProcess.Serve();
        await GoThrough(SalePlace.UnitedStates, program);
        await program.Stop();
        var sound = await ProgramProcess.Run("verify", "--data", program.Folder);
        Assert.True(sound.Code == 0, sound.Said);
        var parcel = await ChangeByHand(program.Folder);
        var broken = await ProgramProcess.Run("verify", "--data", program.Folder);
        Assert.NotEqual(0, broken.Code);
        Assert.Contains("land_parcel " + parcel, broken.Said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task InGreatBritain_WithoutScripts_ItIsTheSame()
    {
        await using var program = await ProgramProcess.Serve();
        await GoThrough(SalePlace.GreatBritain, program, scripts: false);
    }

    // ./test starts a PostgreSQL server and names it; where there is none, the first engine has to do for both.
    [Fact]
    public async Task OnTheOtherEngine_ItIsTheSame()
    {
        await using var database = ScratchDatabase.OfServer is { } server ? await ScratchDatabase.Make(server) : null;
        await using var program = await ProgramProcess.Serve(database?.Connection);
        await GoThrough(SalePlace.UnitedStates, program);
        await program.Stop();
        string[] engine = database is null ? [] : ["--database", database.Connection];
        var sound = await ProgramProcess.Run(["verify", "--data", program.Folder, .. engine]);
        Assert.True(sound.Code == 0, sound.Said);
    }

    private async Task GoThrough(SalePlace place, ProgramProcess program, bool scripts = true)
    {
        var setup = new VisitorSetup { Locale = place.Locale, Scripts = scripts };
        await using var steward = await browser.Visit(program.Address, setup);
        await using var approver = await browser.Visit(program.Address, setup);
        var sale = new Sale(place, steward, approver);
        await sale.FoundTheTrust();
        await sale.OpenTheSecondAccount();
        await sale.EnterWhatThereIs();
        if (place.IncomeLimit is not null) await sale.ImportIncomeLimits();
        await sale.EnterTheLease();
        await sale.GiveNoticeAndPrice();
        await sale.FindTheBuyer();
        await sale.SettleTheRest();
        await sale.Close();
        await sale.Certify();
        await steward.Photograph("certificate-" + place.Code);
        await IsOnePage(steward.Page, place);
        steward.HeardNoComplaint();
        approver.HeardNoComplaint();
        await AnyoneCanCheck(steward.Page, place, program);
    }

    // A certificate is one sheet of the country's paper.
    private static async Task IsOnePage(IPage page, SalePlace place)
    {
        var sheet = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        await File.WriteAllBytesAsync(Path.Combine(Screenshots.Folder, $"certificate-{place.Code}.pdf"), sheet);
        var text = Encoding.Latin1.GetString(sheet);
        Assert.Single(PdfPage().Matches(text));
        var box = PdfBox().Match(text);
        Assert.Equal(place.Paper.Width, double.Parse(box.Groups["width"].Value, provider: null), 1.0);
        Assert.Equal(place.Paper.Height, double.Parse(box.Groups["height"].Value, provider: null), 1.0);
    }

    // Whoever holds the paper sees the working and computes it anew, here and at home.
    private async Task AnyoneCanCheck(IPage certificate, SalePlace place, ProgramProcess program)
    {
        var link = await certificate.Locator("article.certificate a[href*='/p/']").GetAttributeAsync("href");
        await using var anyone = await browser.Visit(program.Address, new VisitorSetup { Locale = place.Locale });
        await anyone.LooksThrough(link!, "public-price-" + place.Code);
        await Assertions.Expect(anyone.Page.Locator(".price-figure")).ToHaveTextAsync(place.Price);
        Assert.DoesNotContain("Quist", await anyone.Page.ContentAsync());
        await anyone.Page.Press("Compute it again now");
        await Assertions.Expect(anyone.Page.Locator("#proof")).ToContainTextAsync("It comes out the same.");
        var loading = anyone.Page.WaitForDownloadAsync();
        await anyone.Page.Follow("Download as JSON");
        var file = Path.Combine(program.Folder, "..", "determination.json");
        await (await loading).SaveAsAsync(file);
        var computed = await ProgramProcess.Run("price", "--determination", file);
        Assert.True(computed.Code == 0, computed.Said);
        Assert.Contains(place.PlainPrice, computed.Said.Replace(",", "", StringComparison.Ordinal));
        anyone.HeardNoComplaint();
    }

    // Somebody writes into the file, past the program; the parcel's id.
    private static async Task<string> ChangeByHand(string folder)
    {
        var file = Directory.GetFiles(folder, "*.db").Single();
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "update land_parcel set address = '2 Orchard Row' returning id";
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return Guid.Parse(reader.GetString(0)).ToString("N");
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, 5000)]
    private static partial Regex PdfPage();

    [GeneratedRegex(@"/MediaBox\s*\[\s*0 0 (?<width>[0-9.]+) (?<height>[0-9.]+)",
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex PdfBox();
}
