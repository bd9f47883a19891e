using System.Net;
using System.Text;
using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Land;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Documents;

public sealed class DocumentTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly byte[] _deed = Encoding.UTF8.GetBytes("<script>alert(1)</script> a deed");

    [Fact]
    public async Task ADocument_IsAttachedByForm_Listed_AndSavedAgainUnchanged()
    {
        var parcel = await host.EnterParcel("Deeded");
        using var steward = await host.SignInAsSteward();
        var page = await Attach(steward, parcel, "Deed of gift", "deed.html");
        Assert.Equal("Deeded", page.Heading);
        Assert.Contains("Deed of gift", page.Text, StringComparison.Ordinal);
        var file = await steward.Http.GetAsync(FileOf(page));
        Assert.Equal(_deed, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("deed.html", file.Content.Headers.ContentDisposition.FileName);
        Assert.Equal(SafeMediaType.Bytes, file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains(
            "sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoMayNotSeeTheRecord_GetsNeitherPageNorFile()
    {
        var parcel = await host.EnterParcel("Private");
        using var steward = await host.SignInAsSteward();
        var file = FileOf(await Attach(steward, parcel, "Survey", "survey.pdf"));
        using var leaseholder = await host.SignInAs(Role.Leaseholder);
        Assert.Equal(HttpStatusCode.NotFound, (await leaseholder.Http.GetAsync(file)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await leaseholder.Open(file[..^5])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await leaseholder.Open($"/documents/attach/parcel/{parcel}")).Status);
        using var elsewhere = await host.SignInAsSteward(TrustHost.Elm);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Http.GetAsync(file)).StatusCode);
        using var auditor = await host.SignInAs(Role.Auditor);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Http.GetAsync(file)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Open($"/documents/attach/parcel/{parcel}")).Status);
        using var visitor = host.NewVisitor();
        Assert.StartsWith("/sign-in", (await visitor.Open(file)).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWrongDocument_IsWithdrawnWithAReason_AndStaysOnRecord()
    {
        var parcel = await host.EnterParcel("Mistaken");
        using var steward = await host.SignInAsSteward();
        var page = await Attach(steward, parcel, "Wrong scan", "scan.pdf");
        var document = await steward.Open(FileOf(page)[..^5]);
        var refused = await document.Submit(new Dictionary<string, string>());
        Assert.Contains("Say why", Assert.Single(refused.Errors), StringComparison.Ordinal);
        page = await document.Submit(new Dictionary<string, string> { ["Input.Reason"] = "Another parcel's." });
        Assert.Contains("Withdrawn", page.Text, StringComparison.Ordinal);
        Assert.Contains("Another parcel's.", (await steward.Open(FileOf(page)[..^5])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoFile_AndAnEmptyOne_AreRefused_BesideTheField()
    {
        var parcel = await host.EnterParcel("Empty");
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/documents/attach/parcel/{parcel}");
        var fields = new Dictionary<string, string> { ["Input.Title"] = "Nothing" };
        var none = await form.Submit(fields, "main form", ("Other", "x", []));
        Assert.Equal("Choose a file.", Assert.Single(none.Errors));
        var empty = await form.Submit(fields, "main form", ("Upload", "scan.pdf", []));
        Assert.Contains("empty", Assert.Single(empty.Errors), StringComparison.Ordinal);
        Assert.Equal("#Upload", empty.Document.QuerySelector("[data-error-summary] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task EachBrokenRule_IsRefused_ByItsCode()
    {
        var parcel = await host.EnterParcel("Codes");
        Assert.Equal(AttachDocumentRefusal.MayNotAttach, await Attached(Role.Auditor, Stored(parcel)));
        Assert.Equal(AttachDocumentRefusal.Empty, await Attached(Role.Steward, Stored(parcel, size: 0)));
        Assert.Equal(AttachDocumentRefusal.NotStored, await Attached(Role.Steward, Stored(parcel, size: 3)));
        Assert.Equal(CommonRefusal.NotFound, await Attached(Role.Steward, Stored(new ParcelId(Guid.CreateVersion7()))));
        Assert.Equal(CommonRefusal.NotFound, await Attached(Role.Leaseholder, Stored(parcel)));
        var id = await Real(parcel);
        Assert.Equal(WithdrawDocumentRefusal.MayNotWithdraw, await Withdrawn(Role.Auditor, id));
        Assert.Null(await Withdrawn(Role.Steward, id));
        Assert.Equal(WithdrawDocumentRefusal.WithdrawnAlready, await Withdrawn(Role.Steward, id));
        Assert.Equal(CommonRefusal.NotFound, await Withdrawn(Role.Steward, new DocumentId(Guid.CreateVersion7())));
    }

    [Theory]
    [InlineData(@"C:\scans\deed.pdf", "deed.pdf", "application/pdf")]
    [InlineData("../../etc/passwd", "passwd", SafeMediaType.Bytes)]
    [InlineData("a\r\nb.svg", "a__b.svg", SafeMediaType.Bytes)]
    [InlineData("..", "document", SafeMediaType.Bytes)]
    [InlineData("Plan.PNG", "Plan.PNG", "image/png")]
    public void FileNamesAndTypes_AreMadeSafe(string given, string name, string type)
    {
        Assert.Equal(name, SafeMediaType.NameOf(given));
        Assert.Equal(type, SafeMediaType.Of(given));
    }

    private static async Task<SeenPage> Attach(Visitor steward, ParcelId parcel, string title, string file)
    {
        var form = await steward.Open($"/documents/attach/parcel/{parcel}");
        return await form.Submit(
            new Dictionary<string, string> { ["Input.Title"] = title }, "main form", ("Upload", file, _deed));
    }

    private static string FileOf(SeenPage page) =>
        page.Document.QuerySelector("a[href$='/file']")!.GetAttribute("href")!;

    private static AttachDocumentInput Stored(ParcelId parcel, long size = 1) => new()
    {
        Kind = "parcel",
        Owner = parcel.Value,
        Title = "Title",
        FileName = "deed.pdf",
        Hash = new string('0', 64),
        Size = size,
    };

    private async Task<DocumentId> Real(ParcelId parcel)
    {
        var stored = await host.Trust.Documents.Store(new MemoryStream(_deed), TestContext.Current.CancellationToken);
        var input = Stored(parcel, stored.Size);
        input.Hash = stored.Hash;
        return (await host.AsSteward((AttachDocument attach) => attach, input)).Value;
    }

    private async Task<Enum?> Attached(Role role, AttachDocumentInput input)
    {
        var outcome = await host.Run(
            host.Trust, Intent.ActorWith(role), s => s.GetRequiredService<AttachDocument>(), input);
        return outcome.IsDone ? null : outcome.Refusals.Single().Code;
    }

    private async Task<Enum?> Withdrawn(Role role, DocumentId id)
    {
        var input = new WithdrawDocumentInput { Document = id, Reason = "Mistake." };
        var outcome = await host.Run(
            host.Trust, Intent.ActorWith(role), s => s.GetRequiredService<WithdrawDocument>(), input);
        return outcome.IsDone ? null : outcome.Refusals.Single().Code;
    }
}
