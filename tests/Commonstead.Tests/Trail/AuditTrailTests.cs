using System.Net;
using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.People;
using Commonstead.Platform.Access;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Tests.Land;
using Commonstead.Tests.People;
using Commonstead.Tests.Resales;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Trail;

/// <summary>What was done is read by those who may, in words, and narrowed to what they look for.</summary>
public sealed class AuditTrailTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task TheTrail_SaysWhoDidWhatToWhich_NewestFirst()
    {
        var id = await host.EnterParcel("Sun field");
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/audit?record={id}");
        Assert.Equal("Audit trail", page.Heading);
        var row = page.Document.QuerySelector("tbody tr")!;
        Assert.Contains("Parcel entered", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Parcel Sun field", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector($"a[href='/land/parcels/{id}']"));
        host.Clock.Pass(TimeSpan.FromMinutes(1));
        await host.EnterHome("Sun 1", id);
        var both = (await steward.Open($"/audit?record={id}")).Document.QuerySelectorAll("tbody tr");
        Assert.Contains("Home entered", both[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Parcel entered", both[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTrail_IsNarrowed_ByPersonOperationAndDay()
    {
        var id = await host.EnterParcel("Moon field");
        using var steward = await host.SignInAsSteward();
        Assert.Equal(1, await Rows(steward, $"/audit?record={id}&what=AddParcel"));
        Assert.Equal(0, await Rows(steward, $"/audit?record={id}&what=AddHome"));
        Assert.Equal(1, await Rows(steward, $"/audit?record={id}&who=test-steward"));
        Assert.Equal(0, await Rows(steward, $"/audit?record={id}&who=operator&what=FoundTrust"));
        Assert.Equal(1, await Rows(steward, $"/audit?record={id}&from=2026-06-01&to=2026-06-01"));
        Assert.Equal(0, await Rows(steward, $"/audit?record={id}&from=2026-06-02"));
        Assert.Equal(0, await Rows(steward, $"/audit?record={id}&to=2026-05-31"));
        Assert.Equal(1, await Rows(steward, $"/audit?record={id}&from=2026-02-30"));
        Assert.Equal(0, await Rows(steward, $"/audit?record={Guid.NewGuid():N}"));
    }

    [Fact]
    public async Task OnlyTheTime_Sorts_AndTheTrailDownloads()
    {
        var id = await host.EnterParcel("Star field");
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open("/audit?sort=who");
        var sorting = page.Document.QuerySelectorAll("th a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("sort=", Assert.Single(sorting), StringComparison.Ordinal);
        Assert.Equal("descending", page.Document.QuerySelector("th[aria-sort]")?.GetAttribute("aria-sort"));
        var csv = await steward.Http.GetStringAsync($"/audit?record={id}&format=csv");
        var lines = csv.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains("When,Who,What,Records", lines[0], StringComparison.Ordinal);
        Assert.Contains("Parcel entered,Parcel Star field", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEntry_ShowsVersionHashSealAndWhatChanged()
    {
        var id = await host.EnterParcel("Old field");
        var entry = await EntryOf(id.Value);
        using var steward = await host.SignInAsSteward();
        await Sealing.SealNew(host.Trust);
        var page = await steward.Open($"/audit/{entry.Number}");
        Assert.Equal("Parcel entered", page.Heading);
        Assert.Contains("Version 1", page.Text, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(entry.Attestations[0].Hash), page.Text, StringComparison.Ordinal);
        Assert.Contains("by seal ", page.Text, StringComparison.Ordinal);
        Assert.Contains("Name – Old field", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Salt", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await steward.Open("/audit/999999999")).Status);
    }

    [Fact]
    public async Task Codes_AreShownInWords_AShapeByItsCorners_AndARuleByItsTitle()
    {
        var parcel = await host.EnterParcel("Shape field");
        var outline = await host.AsSteward((SetOutline set) => set, new SetOutlineInput
        {
            Parcel = parcel,
            Version = 1,
            GeoJson = SetOutlineTests.Polygon(
                "[-72.60,42.10],[-72.59,42.10],[-72.59,42.11],[-72.60,42.11],[-72.60,42.10]"),
        });
        Assert.True(outline.IsDone);
        using var steward = await host.SignInAsSteward();
        await using var db = host.Trust.NewDb();
        var number = await db.Set<AuditEntry>().Where(e => e.Operation == nameof(SetOutline)).MaxAsync(e => e.Number);
        var page = await steward.Open($"/audit/{number}");
        Assert.Contains("4 corners, ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("coordinates", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("West", page.Text, StringComparison.Ordinal);
        var lease = await host.PricedLease();
        var entered = await steward.Open($"/audit/{(await EntryOf(lease.Value)).Number}");
        Assert.Matches(@"Rule – .+ \([0-9a-f]{12}…\)", entered.Text);
        Assert.DoesNotMatch("[0-9a-f]{64}", entered.Document.QuerySelector("table")!.TextContent);
    }

    [Fact]
    public async Task AnEntryNotYetSealed_SaysSo()
    {
        await host.Trust.WriteLane.WaitAsync(TestContext.Current.CancellationToken);
        long number;
        try
        {
            await using var db = host.Trust.NewDb();
            using var writing = db.Writing();
            var entry = new AuditEntry { At = host.Trust.Now, Actor = "operator", Operation = "GoneOperation" };
            db.Add(entry);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            number = entry.Number;
        }
        finally
        {
            host.Trust.WriteLane.Release();
        }

        using var auditor = await host.SignInAs(Role.Auditor);
        var page = await auditor.Open($"/audit/{number}");
        Assert.Equal("Gone operation", page.Heading);
    }

    [Fact]
    public async Task PersonalValues_AreShownToThoseWhoNeedThem_AndTheViewIsNoted()
    {
        var id = await host.AddPerson("Paula", "Private", i => i.BornOn = new DateOnly(1980, 2, 3));
        var entry = await EntryOf(id.Value);
        using var treasurer = await host.SignInAs(Role.Treasurer);
        var hidden = await treasurer.Open($"/audit/{entry.Number}");
        Assert.DoesNotContain("Private", hidden.Text, StringComparison.Ordinal);
        Assert.Contains("Personal; your work does not need it.", hidden.Text, StringComparison.Ordinal);
        Assert.Empty(await Views(id));
        using var auditor = await host.SignInAs(Role.Auditor);
        var shown = await auditor.Open($"/audit/{entry.Number}");
        Assert.Contains("Family name – Private", shown.Text, StringComparison.Ordinal);
        Assert.Contains("February 3, 1980", shown.Text, StringComparison.Ordinal);
        Assert.Equal("What changed, in the audit trail", Assert.Single(await Views(id)).What);
        Assert.DoesNotContain("Private", (await treasurer.Open($"/audit?record={id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ValuesOfAnErasedPerson_AreGone_AndTheHashStands()
    {
        var id = await host.AddPerson("Erik", "Erased");
        var entry = await EntryOf(id.Value);
        using var steward = await host.SignInAsSteward();
        await (await steward.Open($"/people/{id}/erase")).Submit(
            new Dictionary<string, string> { ["Input.IsUnderstood"] = "true" });
        var page = await steward.Open($"/audit/{entry.Number}");
        Assert.DoesNotContain("Erased", page.Text, StringComparison.Ordinal);
        Assert.Contains("were erased. The hash still stands.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PagesOfRecords_LeadToTheirTrail_ForThoseWhoMayReadIt()
    {
        var parcel = await host.EnterParcel("Linked field");
        var home = await host.EnterHome("Linked 1", parcel);
        var person = await host.AddPerson("Lina", "Linked");
        using var steward = await host.SignInAsSteward();
        foreach (var (page, id) in new[] { ($"/land/parcels/{parcel}", $"{parcel}"), ($"/land/homes/{home}", $"{home}"),
            ($"/people/{person}", $"{person}") })
        {
            var link = (await steward.Open(page)).Document.QuerySelector($"a[href='/audit?record={id}']");
            Assert.Equal("What changed here", link?.TextContent.Trim());
        }

        using var approver = await host.SignInAs(Role.Approver);
        Assert.Null((await approver.Open($"/land/parcels/{parcel}")).Document.QuerySelector("a[href^='/audit']"));
    }

    private static async Task<int> Rows(Visitor visitor, string address) =>
        (await visitor.Open(address)).Document.QuerySelectorAll("tbody tr").Length;

    private async Task<AuditEntry> EntryOf(Guid record)
    {
        await using var db = host.Trust.NewDb();
        return await db.Set<AuditEntry>().AsNoTracking().Include(e => e.Attestations)
            .FirstAsync(e => e.Attestations.Any(a => a.Key == record));
    }

    private Task<IReadOnlyList<AccessEntry>> Views(PersonId id) =>
        host.Read<AccessLog, IReadOnlyList<AccessEntry>>(log => log.Of(id.Value));
}
