using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Platform;

/// <summary>The trail itself proves itself: whatever is changed in entries, attestations and seals is named.</summary>
public sealed class SealTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();
    private ByHand _hand = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
        await Sealing.SealNew(_host.Trust);
        foreach (var name in (string[])["First field", "Second field", "Third field"])
        {
            Assert.True((await _host.Run(_host.Trust, Intent.ActorWith(Role.Steward),
                s => s.GetRequiredService<AddParcel>(), new AddParcelInput { Name = name, Address = "Here" })).IsDone);
            await Sealing.SealNew(_host.Trust);
        }

        // The host's own sealer must not seal again what a test unseals.
        _host.Trust.TakeUnsealed();
        _hand = await ByHand.Open(_host.Trust);
    }

    public async ValueTask DisposeAsync()
    {
        await _hand.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("update audit_entry set actor = 'somebody' where number = 3", "Entry 3 of ")]
    [InlineData("update audit_entry set operation = 'AddHome' where number = 3", "Entry 3 of ")]
    [InlineData("update audit_attestation set version = 9 where entry_number = 3", "Entry 3 of ")]
    [InlineData("delete from audit_attestation where entry_number = 3", "Entry 3 of ")]
    [InlineData("delete from audit_entry where number = 3", "Entry 3, held by seal ")]
    [InlineData("delete from audit_seal where number = 3", "Seal 3 is missing; seal 4 follows.")]
    [InlineData("delete from audit_seal where number = 4", "Seal 4 is missing; 1 entries name it.")]
    [InlineData("update audit_sealed set seal_number = 2 where entry_number = 3", "Seal 2 of ")]
    [InlineData("delete from audit_sealed where entry_number = 3", "Seal 3 of ")]
    [InlineData("update audit_seal set at = '2026-01-01 00:00:00' where number = 1", "Seal 1 of ")]
    public async Task WhateverIsChanged_IsNamed(string sql, string named)
    {
        _host.Clock.Pass(TimeSpan.FromMinutes(1));
        await Unguarded(sql);
        var breaks = (await Verification.Run(_host.Trust)).Breaks;
        Assert.Contains(breaks, b => b.StartsWith(named, StringComparison.Ordinal));
        Assert.DoesNotContain(breaks, b => b.Contains("its guard against", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SealsCutOffAtTheEnd_AreSaidNotSealed_AndFoundByTheHead()
    {
        var head = (await Verification.Run(_host.Trust)).Head;
        await Unguarded("delete from audit_seal where number = 4");
        await Unguarded("delete from audit_sealed where seal_number = 4");
        var report = await Verification.Run(_host.Trust);
        Assert.Equal(1, report.Unsealed);
        Assert.NotNull(report.UnsealedSince);
        Assert.Empty(report.Breaks);
        Assert.Contains("No seal has the head hash", Assert.Single((await Verification.Run(_host.Trust, head)).Breaks),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakenAwayGuards_AreNamed_AndMadeAgainAtTheNextStart()
    {
        await _hand.Unguard("audit_entry");
        var breaks = (await Verification.Run(_host.Trust)).Breaks;
        Assert.Equal(2, breaks.Count);
        Assert.All(breaks, b => Assert.StartsWith("audit_entry: its guard against", b, StringComparison.Ordinal));
        await using var db = _host.Trust.NewDb();
        await Schema.Ensure(db);
        Assert.Empty((await Verification.Run(_host.Trust)).Breaks);
    }

    [Fact]
    public async Task AGuardThatDoesNothing_IsNamed()
    {
        await _hand.Unguard("audit_seal");
        await _hand.Do(TrustHost.OnPostgres
            ? "create trigger audit_seal_no_update before update on audit_seal for each row when (false) "
                + "execute function append_only()"
            : "create trigger audit_seal_no_update before update on audit_seal begin select 1; end");
        await using var db = _host.Trust.NewDb();
        Assert.Contains(("audit_seal", "update"), await AppendOnlyTriggers.Missing(db));
    }

    [Fact]
    public async Task AHead_IsFoundAtItsSeal_EvenWhenOthersFollowed()
    {
        var head = (await Verification.Run(_host.Trust)).Head;
        Assert.True((await _host.Run(_host.Trust, Intent.ActorWith(Role.Steward),
            s => s.GetRequiredService<AddParcel>(), new AddParcelInput { Name = "Late", Address = "Here" })).IsDone);
        await Sealing.SealNew(_host.Trust);
        var report = await Verification.Run(_host.Trust, head!.ToUpperInvariant());
        Assert.True(report.IsSound);
        Assert.Equal(4, report.HeadFoundAt);
        Assert.Equal(5, report.Seals);
    }

    [Fact]
    public async Task ADocumentChangedOnDisk_IsNamed()
    {
        var checks = _host.Services.GetRequiredService<IEnumerable<IRecordCheck>>().ToList();
        var content = new MemoryStream("%PDF-1.7 deed"u8.ToArray());
        var stored = await _host.Trust.Documents.Store(content, TestContext.Current.CancellationToken);
        var path = Path.Combine(_host.Trust.Location.Folder, "documents", stored.Hash);
        var attached = await _host.Run(_host.Trust, Intent.ActorWith(Role.Steward),
            s => s.GetRequiredService<Commonstead.Platform.Documents.AttachDocument>(), new()
            {
                Kind = "parcel",
                Owner = await Parcel(),
                Title = "Deed",
                FileName = "deed.pdf",
                Hash = stored.Hash,
                Size = stored.Size,
            });
        Assert.True(attached.IsDone);
        Assert.Empty((await Verification.Run(_host.Trust, null, checks)).Breaks);
        await File.AppendAllTextAsync(path, "!", TestContext.Current.CancellationToken);
        Assert.Contains($"document {attached.Value}", Assert.Single(
            (await Verification.Run(_host.Trust, null, checks)).Breaks), StringComparison.Ordinal);
        File.Delete(path);
        Assert.EndsWith("gone from the documents folder.", Assert.Single(
            (await Verification.Run(_host.Trust, null, checks)).Breaks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoppedWalk_SaysSo()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        var report = await Verification.Run(_host.Trust, cancellation: stopped.Token);
        Assert.False(report.IsComplete);
        Assert.False(report.IsSound);
    }

    [Fact]
    public async Task WhatIsWrittenWhileItWalks_IsNoBreak()
    {
        using var walking = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !walking.IsCancellationRequested; i++)
            {
                await _host.Run(_host.Trust, Intent.ActorWith(Role.Steward),
                    s => s.GetRequiredService<AddParcel>(), new AddParcelInput { Name = $"Lot {i}", Address = "Here" });
            }
        });
        for (var i = 0; i < 20; i++) Assert.Empty((await Verification.Run(_host.Trust)).Breaks);
        await walking.CancelAsync();
        await writing;
    }

    private async Task<Guid> Parcel() => (await _host.Run(_host.Trust, Intent.ActorWith(Role.Steward),
        s => s.GetRequiredService<AddParcel>(),
        new AddParcelInput { Name = "With a deed", Address = "Here" })).Value.Value;

    private async Task Unguarded(string sql)
    {
        await using var db = _host.Trust.NewDb();
        if (_host.Trust.IsSqlite) await _hand.Unguard(AppendOnlyTriggers.Tables(db));
        Assert.Equal(1, await _hand.Do(sql));
        await AppendOnlyTriggers.Ensure(db);
    }
}
