using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.Platform.Audit;
using Commonstead.Tests.Leases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Platform;

/// <summary>What a check finds is told in words: which record, on which page, and what to do.</summary>
public sealed class BreakWordsTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task ARecord_IsCalledByItsName_AndAPartByWhatItBelongsTo()
    {
        var parcel = await Add("North field");
        var lease = await _host.NewLease();
        await Sealing.SealNew(_host.Trust);
        await Sql("update land_parcel set address = 'Elsewhere' where name = 'North field'");
        await Sql("delete from lease_holding");
        var told = await Told();
        var changed = Assert.Single(told, t => t.What.InEnglish().Contains("North field", StringComparison.Ordinal));
        Assert.Equal("Parcel North field: it was changed past the program.", changed.What.InEnglish());
        Assert.Equal($"/land/parcels/{parcel}", changed.Page);
        Assert.StartsWith("Entry ", changed.ToDo.InEnglish(), StringComparison.Ordinal);
        Assert.Contains($"land_parcel {parcel}", changed.Line, StringComparison.Ordinal);
        var gone = Assert.Single(told, t => t.Line.EndsWith("but the row is gone.", StringComparison.Ordinal));
        Assert.StartsWith("Holding of Lease ", gone.What.InEnglish(), StringComparison.Ordinal);
        Assert.EndsWith(": it was removed past the program.", gone.What.InEnglish(), StringComparison.Ordinal);
        Assert.Equal($"/leases/{lease}", gone.Page);
    }

    [Fact]
    public async Task WhatWasSlippedIn_CannotBeRead_OrIsNoRecord_SaysWhatToDo()
    {
        await Add("South field");
        await Sealing.SealNew(_host.Trust);
        await Sql("create table copied as select * from land_parcel");
        var id = TrustHost.OnPostgres ? "gen_random_uuid()" : "'" + Guid.NewGuid().ToString().ToUpperInvariant() + "'";
        await Sql($"update copied set id = {id}, name = 'Slipped in'");
        await Sql("insert into land_parcel select * from copied");
        var added = Assert.Single(await Told());
        Assert.Equal("Parcel Slipped in: it was put in past the program; no operation wrote it.",
            added.What.InEnglish());
        Assert.Contains("Find out who can open the database", added.ToDo.InEnglish(), StringComparison.Ordinal);
        await Sql("update land_parcel set use = 'Nothing known'");
        Assert.Contains(await Told(), t => t.What.InEnglish()
            == "Parcel South field: it cannot be read; a value in it is not of its kind.");
        var other = BreakWords.Tell(_host.Trust, await Verification.Run(_host.Trust, new string('0', 64)), []);
        Assert.Contains(await other, t => t.Page is null
            && t.What.InEnglish().StartsWith("No seal has the head hash", StringComparison.Ordinal)
            && t.ToDo.InEnglish().StartsWith("Go back to a backup", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<ToldBreak>> Told() => await BreakWords.Tell(
        _host.Trust, await Verification.Run(_host.Trust),
        _host.Services.GetRequiredService<IEnumerable<RecordKind>>());

    private async Task<ParcelId> Add(string name) => (await _host.Run(
        _host.Trust, Intent.ActorWith(Role.Steward), s => s.GetRequiredService<AddParcel>(),
        new AddParcelInput { Name = name, Address = "Here" })).Value;

    private async Task Sql(string sql)
    {
        await using var db = _host.Trust.NewDb();
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
