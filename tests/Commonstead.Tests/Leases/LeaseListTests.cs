using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;

namespace Commonstead.Tests.Leases;

public sealed class LeaseListTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Api_ListsByPages_AndAnswersOneWithATag()
    {
        var first = await host.NewLease();
        await host.NewLease();
        using var auditor = await host.SignInAs(Role.Auditor);
        var page = await auditor.Http.GetFromJsonAsync<JsonElement>("/api/v1/leases?limit=1");
        var next = page.GetProperty("next").GetString()!;
        Assert.Equal(next, page.GetProperty("leases")[0].GetProperty("number").GetString());
        var second = await auditor.Http.GetFromJsonAsync<JsonElement>($"/api/v1/leases?limit=1&after={next}");
        Assert.NotEqual(next, second.GetProperty("leases")[0].GetProperty("number").GetString());
        var one = await auditor.Http.GetAsync($"/api/v1/leases/{first}");
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/leases/{first}");
        request.Headers.IfNoneMatch.Add(one.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await auditor.Http.SendAsync(request)).StatusCode);
        await host.Does((SetLeaseFee set) => set, new SetLeaseFeeInput
        {
            Lease = first,
            From = new DateOnly(2026, 1, 1),
            Amount = Money.Of(5, Currency.Usd),
            Source = "x",
        });
        var changed = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/leases/{first}");
        changed.Headers.IfNoneMatch.Add(one.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Http.SendAsync(changed)).StatusCode);
    }

    [Fact]
    public async Task Api_ShowsALeaseholderOnlyHerOwn()
    {
        var input = await host.LeaseInput();
        await host.Enter(input);
        var other = await host.NewLease();
        using var holder = await host.SignInAs(Role.Leaseholder, input.Holders[0].Person!.Value.Value);
        var page = await holder.Http.GetFromJsonAsync<JsonElement>("/api/v1/leases");
        Assert.Equal(input.Number, Assert.Single(page.GetProperty("leases").EnumerateArray()).GetProperty("number")
            .GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await holder.Http.GetAsync($"/api/v1/leases/{other}")).StatusCode);
    }

    [Fact]
    public async Task OtherTrust_SeesNothingOfIt()
    {
        var lease = await host.NewLease();
        using var other = await host.SignInAsSteward(TrustHost.Elm);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open($"/leases/{lease}")).Status);
    }

    [Theory]
    [InlineData("1/2", 1, 2)]
    [InlineData("50%", 1, 2)]
    [InlineData("12.5 %", 1, 8)]
    [InlineData("2/6", 1, 3)]
    public void Share_IsReadInLowestTerms(string text, int parts, int whole)
    {
        Assert.True(Share.TryParse(text, out var share));
        Assert.Equal(new Share(parts, whole), share);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("half")]
    [InlineData("-1/2")]
    [InlineData("1/99999999999")]
    [InlineData("101%")]
    [InlineData("33.333%")]
    public void Share_OfNothingOrTooMuch_IsNone(string text) => Assert.False(Share.TryParse(text, out _));
}
