using Commonstead.Accounts;
using Commonstead.Demonstration;
using Commonstead.Leases;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Tests.Leases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Demonstration;

/// <summary>Both demonstrations are made whole, sound, and as large as promised.</summary>
public sealed class DemoTests
{
    // A demonstration is a folder, whatever engine other trusts are on.
    [Trait("Engine", "none")]
    [Theory]
    [InlineData("us", 4)]
    [InlineData("gb", 2)]
    public async Task IsMade_AndItsRecordIsSound(string code, int rules)
    {
        var folder = Path.Combine(Path.GetTempPath(), "commonstead-demo-" + Path.GetRandomFileName());
        try
        {
            await DemoCommand.MakeAnew(folder, code == "gb" ? DemoPlace.London : DemoPlace.Springfield);
            await using var trust = await OpenTrust.Open(new TrustLocation(folder), DemoCommand.ClockOf(folder));
            Assert.True(trust.Profile!.IsDemonstration);
            var report = await Verification.Run(trust);
            Assert.Empty(report.Breaks);
            await using var db = trust.NewDb();
            var leases = await db.Set<Lease>().AsNoTracking().ToListAsync();
            Assert.True(leases.Count >= 24);
            Assert.Equal(rules, leases.Select(l => l.RuleHash).Distinct().Count());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task OnlyADemonstration_HasPublishedPasswords()
    {
        await using var host = new TrustHost();
        await host.InitializeAsync();
        await host.FoundTrusts();
        var refused = await host.Run(host.Trust, Intent.ActorWith(Role.Steward),
            s => s.GetRequiredService<PublishPassword>(), new PublishPasswordInput { Password = "anything" });
        Assert.Equal(PublishPasswordRefusal.NotADemonstration, refused.Code());
    }
}
