using System.Diagnostics;
using Commonstead.People;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Platform.Mail;

/// <summary>Messages leave once the operation that wrote them is durable, and none is lost or told twice.</summary>
[Trait("Engine", "none")]
public sealed class MailTests : IAsyncDisposable
{
    private readonly FakeSmtp _smtp = new();
    private TrustHost? _host;

    private TrustHost Host => _host!;

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        _smtp.Dispose();
    }

    [Fact]
    public async Task WithoutAServer_AMessageIsKeptAsAFile_AndShown()
    {
        await Open(withServer: false);
        var id = await Queue("ana@example.org", "Grüße", "Dear Ana,\n\nwelcome.");
        var message = await Settled(id);
        Assert.Equal((MailState.Kept, 1), (message.State, message.Attempts));
        var file = await File.ReadAllTextAsync(MailCarrier.FileOf(Host.Trust, id));
        Assert.Contains("ana@example.org", file, StringComparison.Ordinal);
        Assert.Contains($"<{id:N}@localhost>", file, StringComparison.Ordinal);
        using var steward = await Host.SignInAsSteward();
        var list = await steward.Open("/mail");
        Assert.Contains("No mail server is set.", list.Text, StringComparison.Ordinal);
        Assert.Contains("Grüße", list.Text, StringComparison.Ordinal);
        Assert.Contains("welcome.", (await steward.Open($"/mail/{id:N}")).Text, StringComparison.Ordinal);
        Host.Clock.Pass(TimeSpan.FromDays(31));
        await Until(async () => await Find(id) is null);
        Assert.False(File.Exists(MailCarrier.FileOf(Host.Trust, id)));
    }

    [Fact]
    public async Task WithAServer_ItIsSent_AndItsTextForgotten()
    {
        await Open();
        var message = await Settled(await Queue("ana@example.org", "Your\r\nBcc: x@example.org", "Dear Ana"));
        Assert.Equal((MailState.Sent, ""), (message.State, message.Text));
        Assert.Null(message.NextAt);
        var taken = Assert.Single(_smtp.Taken);
        Assert.Contains($"<{message.Id:N}@example.org>", taken, StringComparison.Ordinal);
        Assert.Contains("Oak Community Land Trust", taken, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc:", taken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatARefusedOperationWrote_IsNotSent()
    {
        await Open();
        var outcome = await Host.Run(Host.Trust, Actor.Visitor, s => ActivatorUtilities.CreateInstance<QueueMail>(s),
            new QueuedMail(["ana@example.org"], "No", "No") { IsRefused = true });
        Assert.False(outcome.IsDone);
        await using var db = Host.Trust.NewDb();
        Assert.False(await db.Set<OutboxMessage>().AnyAsync());
    }

    [Fact]
    public async Task WhenTheServerIsAway_ItIsTriedAgain_AfterGrowingWaits()
    {
        await Open();
        _smtp.Answer = _ => "450 later";
        var id = await Queue("ana@example.org", "Later", "Dear Ana");
        foreach (var (attempt, wait) in ((int, double)[])[(1, 1), (2, 5), (3, 15)])
        {
            await Until(async () => (await Find(id))!.Attempts == attempt);
            var waiting = (await Find(id))!;
            Assert.Equal(MailState.Waiting, waiting.State);
            Assert.Equal(TimeSpan.FromMinutes(wait), waiting.NextAt - Host.Trust.Now);
            Host.Clock.Pass(TimeSpan.FromMinutes(wait));
        }

        await Until(async () => (await Find(id))!.Attempts == 4);
        _smtp.Answer = _ => null;
        Host.Clock.Pass(TimeSpan.FromHours(2));
        Assert.Equal((MailState.Sent, 5), ((await Settled(id)).State, (await Find(id))!.Attempts));
    }

    [Fact]
    public async Task NotFailed_OrTriedAgainOnceItFailed()
    {
        await Open();
        _smtp.Answer = to => to.Contains("gone@", StringComparison.Ordinal) ? "550 nobody here" : null;
        var sent = await Settled(await Queue("ana@example.org", "Hello", "Dear Ana"));
        var again = await Host.Does((SendAgain o) => o, new SendAgainInput { Message = sent.Id });
        Assert.Equal(SendAgainRefusal.NotFailed, again.Refusals.Single().Code);
        var failed = await Settled(await Queue("gone@example.org", "Hello", "Dear Bo"));
        Assert.Equal(MailState.GivenUp, failed.State);
        Assert.Contains("nobody here", failed.LastError!, StringComparison.Ordinal);
        Assert.Equal(MailState.GivenUp, (await Settled(await Queue("no address", "Hello", "x"))).State);
        _smtp.Answer = _ => null;
        using var steward = await Host.SignInAsSteward();
        await (await steward.Open($"/mail/{failed.Id:N}")).Press("Try again", new Dictionary<string, string>());
        Assert.Equal(MailState.Sent, (await Settled(failed.Id)).State);
    }

    [Fact]
    public async Task AMessageSentTwice_HasOneMessageId()
    {
        await Open();
        var id = await Queue("ana@example.org", "Once", "Dear Ana");
        await Settled(id);
        await using (var db = Host.Trust.NewDb())
        {
            // As a program killed between the server's answer and the record leaves it.
            using var writing = db.Writing();
            var message = await db.Set<OutboxMessage>().SingleAsync(m => m.Id == id);
            (message.State, message.NextAt, message.Text) = (MailState.Waiting, Host.Trust.Now, "Dear Ana");
            await db.SaveChangesAsync();
        }

        Host.Trust.MarkMail();
        await Until(() => Task.FromResult(_smtp.Taken.Count == 2));
        Assert.All(_smtp.Taken, t => Assert.Contains($"<{id:N}@example.org>", t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ManyMessages_AreQueuedInOneGo()
    {
        await Open(withServer: false);
        var watch = Stopwatch.StartNew();
        var outcome = await Host.Run(Host.Trust, Actor.Visitor, s => ActivatorUtilities.CreateInstance<QueueMail>(s),
            new QueuedMail([.. Enumerable.Range(0, 20_000).Select(n => $"m{n}@example.org")], "Meeting", "Come"));
        Assert.True(outcome.IsDone);
        TestContext.Current.TestOutputHelper?.WriteLine($"20,000 messages in {watch.ElapsedMilliseconds} ms");
        await using var db = Host.Trust.NewDb();
        Assert.Equal(20_000, await db.Set<OutboxMessage>().CountAsync());
    }

    [Fact]
    public async Task APersonsFile_HoldsTheirMessages_AndErasingTakesThem()
    {
        await Open(withServer: false);
        var person = await Host.NewPerson();
        var id = await Queue("ana@example.org", "About you", "Private", person.Value);
        await Settled(id);
        using var steward = await Host.SignInAsSteward();
        var file = await steward.Http.GetStringAsync($"/api/v1/people/{person}/file");
        Assert.Contains("About you", file, StringComparison.Ordinal);
        Assert.True((await Host.Does((ErasePerson o) => o,
            new ErasePersonInput { Person = person, IsUnderstood = true })).IsDone);
        var message = (await Find(id))!;
        Assert.Equal(("", "", ""), (message.To, message.Subject, message.Text));
    }

    [Theory]
    [InlineData("mail.example.org:25", "office@example.org", "mail.example.org", 25, true)]
    [InlineData("localhost", "office@example.org", "localhost", 587, false)]
    [InlineData("mail.example.org:0", "office@example.org", null, 0, false)]
    [InlineData("a:b:c", "office@example.org", null, 0, false)]
    [InlineData("mail.example.org", "office", null, 0, false)]
    [InlineData(null, "office@example.org", null, 0, false)]
    public void TheServer_IsReadFromTheCommandLine(string? server, string? from, string? host, int port, bool tls)
    {
        var (read, wrong) = MailServer.Read(server, from, _ => null);
        Assert.Equal(host is null, wrong is not null);
        if (host is not null) Assert.Equal((host, port, tls), (read!.Host, read.Port, read.UsesTls));
    }

    private async Task Open(bool withServer = true)
    {
        _host = new TrustHost
        {
            Mail = withServer
                ? new MailServer("127.0.0.1", _smtp.Port, "office@example.org") { UsesTls = false } : null,
        };
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    private async Task<Guid> Queue(string to, string subject, string text, Guid? person = null)
    {
        var outcome = await Host.Run(Host.Trust, Actor.Visitor, s => ActivatorUtilities.CreateInstance<QueueMail>(s),
            new QueuedMail([to], subject, text) { Person = person });
        Assert.True(outcome.IsDone);
        await using var db = Host.Trust.NewDb();
        return (await db.Set<OutboxMessage>().OrderByDescending(m => m.Id).FirstAsync()).Id;
    }

    private async Task<OutboxMessage?> Find(Guid id)
    {
        await using var db = Host.Trust.NewDb();
        return await db.Set<OutboxMessage>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id);
    }

    private async Task<OutboxMessage> Settled(Guid id)
    {
        await Until(async () => (await Find(id))!.State != MailState.Waiting);
        return (await Find(id))!;
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "It did not come so far within a minute.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}

/// <summary>Messages as a test needs them.</summary>
internal sealed record QueuedMail(IReadOnlyList<string> To, string Subject, string Text)
{
    public Guid? Person { get; init; }

    public bool IsRefused { get; init; }
}

/// <summary>Queues messages, audited like everything else.</summary>
[OpenToAnyone("It stands in the tests only.")]
internal sealed class QueueMail(Outbox outbox) : IOperation<QueuedMail, Done>
{
    public async Task<Outcome<Done>> Run(QueuedMail input)
    {
        var drafts = input.To.Select(to => new MailDraft(to, input.Subject, input.Text, input.Person));
        if (input.To.Count == 1) outbox.Add(drafts.Single());
        else await outbox.AddMany(drafts);
        return input.IsRefused ? CommonRefusal.NotFound : default(Done);
    }
}
