using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Platform;

public sealed class VerificationTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
        await Add("First field");
        await Add("Second field");
        await Sealing.SealNew(_host.Trust);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task AnUntouchedRecord_IsSound()
    {
        var report = await Verification.Run(_host.Trust);
        Assert.Empty(report.Breaks);
        Assert.True(report.Records >= 3);
        Assert.Equal(0, report.Unsealed);
        var later = await Verification.Run(_host.Trust, report.Head);
        Assert.True(later.IsSound);
    }

    [Fact]
    public async Task AChangedByte_IsFoundAndNamed()
    {
        var id = await Add("Third field");
        await Sealing.SealNew(_host.Trust);
        await Sql("update land_parcel set address = 'Elsewhere' where name = 'Third field'");
        var report = await Verification.Run(_host.Trust);
        Assert.Contains($"land_parcel {id}", Assert.Single(report.Breaks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARemovedRow_IsFoundAndNamed()
    {
        var id = await Add("Gone field");
        await Sql("delete from land_parcel where name = 'Gone field'");
        Assert.Contains($"{id}", Assert.Single((await Verification.Run(_host.Trust)).Breaks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddedRow_IsFoundAndNamed()
    {
        await Sql("create table copied as select * from land_parcel where name = 'First field'");
        var id = TrustHost.OnPostgres ? "gen_random_uuid()" : "'" + Guid.NewGuid().ToString().ToUpperInvariant() + "'";
        await Sql($"update copied set id = {id}, name = 'Slipped in'");
        await Sql("insert into land_parcel select * from copied");
        Assert.Contains("no operation wrote", Assert.Single((await Verification.Run(_host.Trust)).Breaks),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownHead_IsSaid()
    {
        var report = await Verification.Run(_host.Trust, new string('0', 64));
        Assert.Contains("No seal has the head", Assert.Single(report.Breaks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheDatabaseFindsInItsFile_IsNamed_AndWhatIsNotAttestedIsSaid()
    {
        Assert.Contains("audit_change (old and new values)", (await Verification.Run(_host.Trust)).NotAttested);
        if (TrustHost.OnPostgres) return;
        await Sql("create table bounded (number integer check (number > 0)); pragma ignore_check_constraints = on; "
            + "insert into bounded values (-1); pragma ignore_check_constraints = off");
        Assert.Equal(
            "The database's file: CHECK constraint failed in bounded",
            Assert.Single((await Verification.Run(_host.Trust)).Breaks));
    }

    [Theory]
    [InlineData("audit_entry")]
    [InlineData("audit_attestation")]
    [InlineData("audit_seal")]
    [InlineData("audit_sealed")]
    public async Task TheTrail_IsAppendOnly(string table)
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Sql($"delete from {table}"));
        await using var db = _host.Trust.NewDb();
        var column = table switch
        {
            "audit_entry" => "actor",
            "audit_attestation" => "version",
            "audit_seal" => "hash",
            _ => "seal_number",
        };
        await Assert.ThrowsAnyAsync<Exception>(() => Sql($"update {table} set {column} = {column}"));
    }

    private async Task<ParcelId> Add(string name)
    {
        var outcome = await _host.Run(
            _host.Trust, Intent.ActorWith(Role.Steward), s => s.GetRequiredService<AddParcel>(),
            new AddParcelInput { Name = name, Address = "Here" });
        return outcome.Value;
    }

    private async Task Sql(string sql)
    {
        await using var db = _host.Trust.NewDb();
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
