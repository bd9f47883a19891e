using System.Net;
using System.Text;
using Commonstead.Accounts;
using Commonstead.Governance;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Governance;

/// <summary>The papers of a meeting: who adds them, who reads them, and that the notice names them.</summary>
public sealed class MeetingPapersTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task TheNotice_NamesEveryPaperWithItsAddress_AndThePageListsThem()
    {
        var meeting = await MeetingCase.Planned(_host, 2);
        var item = (await meeting.Stored()).Agenda[0];
        using var steward = await _host.SignInAsSteward();
        var planned = await steward.Open($"/meetings/{meeting.Id}");
        var form = await steward.Open(planned.Document.QuerySelectorAll("a")
            .Single(a => a.TextContent == $"Add a paper: {item.Title}").GetAttribute("href")!);
        var page = await form.Submit(
            new Dictionary<string, string> { ["Input.Title"] = "What it costs" }, "main form",
            ("Upload", "costs.txt", Encoding.UTF8.GetBytes("A lot.")));
        Assert.Contains("What it costs", page.Text, StringComparison.Ordinal);
        var whole = await Adds(MeetingPapers.OfMeeting, meeting.Id.Value, "How to get there");
        Assert.True(whole.IsDone);
        var withdrawn = await Adds(MeetingPapers.OfItem, item.Id.Value, "An old draft");
        Assert.True((await Withdraws(withdrawn.Value)).IsDone);
        Assert.True((await meeting.Calls()).IsDone);
        await using var db = _host.Trust.NewDb();
        var notice = (await db.Set<OutboxMessage>().FirstAsync(TestContext.Current.CancellationToken)).Text;
        var paper = await db.Set<Document>().FirstAsync(
            d => d.Title == "What it costs", TestContext.Current.CancellationToken);
        Assert.Contains($"What it costs: http://oak.test/documents/{paper.Id}", notice, StringComparison.Ordinal);
        Assert.Contains($"How to get there: http://oak.test/documents/{whole.Value}", notice, StringComparison.Ordinal);
        Assert.Contains($"http://oak.test/meetings/{meeting.Id}", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("An old draft", notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyThoseEntitledToTheMeeting_ReadItsPapers()
    {
        var meeting = await MeetingCase.Planned(_host, 2);
        var paper = (await Adds(MeetingPapers.OfMeeting, meeting.Id.Value, "Accounts")).Value;
        using var member = await _host.SignInAs(Role.Member, meeting.Members[0].Person.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Open($"/documents/{paper}")).Status);
        Assert.True((await meeting.Calls()).IsDone);
        Assert.Contains("Accounts", (await member.Open($"/meetings/{meeting.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await member.Open($"/documents/{paper}")).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden, (await member.Open($"/documents/attach/meeting/{meeting.Id}")).Status);
        // She sees that there is a meeting, as everybody with an account does, but votes in none.
        using var stranger = await _host.SignInAs(Role.Member);
        Assert.DoesNotContain(
            "Accounts", (await stranger.Open($"/meetings/{meeting.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/documents/{paper}")).Status);
        using var auditor = await _host.SignInAs(Role.Auditor);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Open($"/documents/{paper}")).Status);
    }

    [Fact]
    public async Task TheBoardsPapers_AreReadByDirectors_NotByMembers()
    {
        var meeting = await MeetingCase.Planned(_host, 2);
        var board = (await meeting.Plans(i => i.Kind = MeetingKind.Board)).Value;
        var item = new AddAgendaItemInput { Meeting = board, Title = "Rents" };
        Assert.True((await _host.Does((AddAgendaItem o) => o, item)).IsDone);
        var agenda = (await _host.Asks<MeetingRegister, Meeting?>(r => r.Meeting(board)))!.Agenda;
        var paper = (await Adds(MeetingPapers.OfItem, agenda[0].Id.Value, "Who is in arrears")).Value;
        Assert.True((await _host.Does((SeatDirector o) => o, new SeatDirectorInput
        {
            Person = meeting.Members[0].Person,
            Class = "general",
            From = _host.Trust.Today,
            Note = "Minutes, item 1",
        })).IsDone);
        Assert.True((await _host.Does((CallMeeting o) => o, new CallMeetingInput { Meeting = board })).IsDone);
        using var director = await _host.SignInAs(Role.Member, meeting.Members[0].Person.Value);
        Assert.Equal(HttpStatusCode.OK, (await director.Open($"/documents/{paper}")).Status);
        using var member = await _host.SignInAs(Role.Member, meeting.Members[1].Person.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Open($"/documents/{paper}")).Status);
    }

    [Fact]
    public async Task AnItemWithPapers_StaysOnTheAgenda_AndACancelledMeetingTakesNone()
    {
        var meeting = await MeetingCase.Planned(_host, 1);
        var item = (await meeting.Stored()).Agenda[0];
        var paper = (await Adds(MeetingPapers.OfItem, item.Id.Value, "A plan")).Value;
        var off = new RemoveAgendaItemInput { Meeting = meeting.Id, Item = item.Id };
        Assert.Equal(
            RemoveAgendaItemRefusal.HasPapers, (await _host.Does((RemoveAgendaItem o) => o, off)).Code());
        Assert.True((await Withdraws(paper)).IsDone);
        Assert.True((await _host.Does((RemoveAgendaItem o) => o, off)).IsDone);
        await _host.Does(
            (CancelMeeting o) => o, new CancelMeetingInput { Meeting = meeting.Id, Because = "The barn is wet." });
        Assert.Equal(
            AttachDocumentRefusal.MayNotAttach,
            (await Adds(MeetingPapers.OfMeeting, meeting.Id.Value, "Late")).Code());
    }

    private async Task<Outcome<DocumentId>> Adds(string kind, Guid owner, string title)
    {
        var stored = await _host.Trust.Documents.Store(
            new MemoryStream(Encoding.UTF8.GetBytes(title)), TestContext.Current.CancellationToken);
        return await _host.Does((AttachDocument o) => o, new AttachDocumentInput
        {
            Kind = kind,
            Owner = owner,
            Title = title,
            FileName = "paper.txt",
            Hash = stored.Hash,
            Size = stored.Size,
        });
    }

    private Task<Outcome<DocumentId>> Withdraws(DocumentId paper) => _host.Does(
        (WithdrawDocument o) => o, new WithdrawDocumentInput { Document = paper, Reason = "Another one came." });
}
