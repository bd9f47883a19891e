using System.Net;
using Commonstead.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Accounts;

public sealed class OwnAccountTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string New = "another long pass phrase";

    [Fact]
    public async Task Password_IsChanged_OthersAreSignedOut_ThisBrowserStays()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        using var here = await own.SignInAs(Role.Treasurer);
        using var there = await own.SignInAs(Role.Treasurer);
        var refused = await Change(here, "wrong", New);
        Assert.Contains("not your present password", Assert.Single(refused.Errors), StringComparison.Ordinal);
        refused = await Change(here, Intent.Password, "short");
        Assert.Contains("12", Assert.Single(refused.Errors), StringComparison.Ordinal);
        refused = await Change(here, Intent.Password, Intent.Password);
        Assert.Contains("other than", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Your account", (await Change(here, Intent.Password, New)).Heading);
        Assert.Equal("Desk", (await here.Open("/")).Heading);
        Assert.StartsWith("/sign-in", (await there.Open("/")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PresentWrong_SamePassword_WeakPassword_AreTheCodes()
    {
        using (await host.SignInAs(Role.Auditor))
        {
        }

        var actor = AccountIntent.ActorOf(await host.StoredAccount(Intent.AddressOf(Role.Auditor)), Role.Auditor);
        Assert.Equal(ChangePasswordRefusal.PresentWrong, await Code("wrong", New));
        Assert.Equal(ChangePasswordRefusal.SamePassword, await Code(Intent.Password, Intent.Password));
        Assert.Equal(ChangePasswordRefusal.WeakPassword, await Code(Intent.Password, "short"));

        async Task<Enum> Code(string present, string chosen) => (await host.Run(
            host.Trust, actor, s => s.GetRequiredService<ChangePassword>(),
            new ChangePasswordInput { Present = present, New = chosen })).Refusals.Single().Code;
    }

    [Fact]
    public async Task RecoveryCodes_AreShownOnce_SignInOnce_AndAreStoredAsHashes()
    {
        using var visitor = await host.SignInAs(Role.Approver);
        var shown = await (await visitor.Open("/account/codes")).Submit(new Dictionary<string, string>());
        var codes = shown.Document.QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(RecoveryCodes.Count, codes.Distinct().Count());
        Assert.DoesNotContain(codes[0], (await visitor.Open("/account/codes")).Text, StringComparison.Ordinal);
        await using var db = host.Trust.NewDb();
        var stored = await db.Set<AccountToken>().Select(t => t.Name + t.Value).ToListAsync();
        Assert.DoesNotContain(stored, s => codes.Exists(c => s.Contains(c, StringComparison.Ordinal)));
        using var elsewhere = host.NewVisitor();
        var page = await Attempt(elsewhere, codes[0].ToUpperInvariant());
        Assert.Contains("used up", page.Text, StringComparison.Ordinal);
        Assert.Contains("Recovery codes left9", page.Text, StringComparison.Ordinal);
        using var again = host.NewVisitor();
        Assert.Contains("do not belong together", (await Attempt(again, codes[0])).Errors[0], StringComparison.Ordinal);
        await (await visitor.Open("/account/codes")).Submit(new Dictionary<string, string>());
        Assert.Contains("do not belong together", (await Attempt(again, codes[1])).Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyTries_FromOneAddress_AnswerToWait()
    {
        await using var own = new TrustHost { SignInsPerMinute = 3 };
        await own.InitializeAsync();
        await own.FoundTrusts();
        using var visitor = own.NewVisitor();
        var page = await visitor.Open("/sign-in");
        var fields = new Dictionary<string, string>
        {
            ["Input.Email"] = "guess@example.org",
            ["Input.Password"] = "guess",
        };
        for (var attempt = 1; attempt <= 3; attempt++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await page.Submit(fields, Form)).Status);
        var answer = await page.Submit(fields, Form);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("Too many tries", answer.Heading);
    }

    private const string Form = "form:has([name='Input.Email'])";

    private static async Task<SeenPage> Change(Visitor visitor, string present, string chosen) =>
        await (await visitor.Open("/account/password")).Submit(
            new Dictionary<string, string> { ["Input.Present"] = present, ["Input.New"] = chosen });

    private static async Task<SeenPage> Attempt(Visitor visitor, string code) =>
        await (await visitor.Open("/sign-in")).Submit(
            new Dictionary<string, string>
            {
                ["Input.Email"] = Intent.AddressOf(Role.Approver),
                ["Input.Password"] = code,
            },
            Form);
}
