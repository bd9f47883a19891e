using System.Net;
using Commonstead.Accounts;
using Commonstead.Platform.Audit;
using Commonstead.Tests.Land;
using Commonstead.Tests.Platform;

namespace Commonstead.Tests.Trail;

/// <summary>The head is there to be kept, and the record is checked against its seals from the page.</summary>
public sealed class CheckRecordTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly Dictionary<string, string> _nothing = [];

    [Fact]
    public async Task ASoundRecord_IsSaidToBe_AndTheHeadIsShown()
    {
        var (page, head) = await Look();
        Assert.Contains(head, page.Text, StringComparison.Ordinal);
        var found = await page.Submit(_nothing);
        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Contains("The record is sound.", found.Text, StringComparison.Ordinal);
        Assert.Contains("prices compute again", found.Text, StringComparison.Ordinal);
        Assert.Contains("access entry", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHeadFromPaper_IsCompared()
    {
        var (page, head) = await Look();
        var typed = string.Concat(head.Select((c, i) => i % 8 == 0 ? $" {c}" : $"{c}"));
        var fits = await page.Submit(new Dictionary<string, string> { ["Input.Head"] = typed });
        Assert.Contains("this record continues the one it was taken from", fits.Text, StringComparison.Ordinal);
        var other = new Dictionary<string, string> { ["Input.Head"] = new string('0', 64) };
        Assert.Contains("No seal has the head hash", (await page.Submit(other)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a hash")]
    [InlineData("zz34567890123456789012345678901234567890123456789012345678901234")]
    public async Task WhatIsNoHead_IsRefused(string typed)
    {
        var (page, _) = await Look();
        var refused = await page.Submit(new Dictionary<string, string> { ["Input.Head"] = typed });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("A head has 64 digits and letters from a to f.", Assert.Single(refused.Errors));
    }

    [Fact]
    public async Task ABrokenRecord_IsNamed()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        var id = await own.EnterParcel("Broken field");
        using var auditor = await own.SignInAs(Role.Auditor);
        await using var hand = await ByHand.Open(own.Trust);
        await hand.Do("update land_parcel set address = 'Elsewhere'");
        var found = await (await auditor.Open("/audit/check")).Submit(_nothing);
        Assert.Contains("The record is broken. Places: 1", found.Text, StringComparison.Ordinal);
        Assert.Contains($"land_parcel {id}: differs from what entry", found.Text, StringComparison.Ordinal);
        Assert.Contains("Parcel Broken field: it was changed past the program.", found.Text, StringComparison.Ordinal);
        Assert.Contains("of the audit trail tells what it should be.", found.Text, StringComparison.Ordinal);
        Assert.NotNull(found.Document.QuerySelector($".check-breaks a[href='/land/parcels/{id}']"));
    }

    [Fact]
    public async Task OneCheckRunsAtATime()
    {
        var (page, _) = await Look();
        await host.Trust.CheckLane.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var refused = await page.Submit(_nothing);
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("already running", Assert.Single(refused.Errors), StringComparison.Ordinal);
        }
        finally
        {
            host.Trust.CheckLane.Release();
        }
    }

    [Fact]
    public async Task Checks_AreLimited_AndLookingIsNot()
    {
        await using var own = new TrustHost { ChecksPerMinute = 2 };
        await own.InitializeAsync();
        using var steward = await own.SignInAsSteward();
        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.OK, (await steward.Open("/audit/check")).Status);
        var page = await steward.Open("/audit/check");
        Assert.Equal(HttpStatusCode.OK, (await page.Submit(_nothing)).Status);
        Assert.Equal(HttpStatusCode.OK, (await page.Submit(_nothing)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await page.Submit(_nothing)).Status);
    }

    private async Task<(SeenPage Page, string Head)> Look()
    {
        var auditor = await host.SignInAs(Role.Auditor);
        await Sealing.SealNew(host.Trust);
        var head = (await Verification.Run(host.Trust)).Head!;
        return (await auditor.Open("/audit/check"), head);
    }
}
