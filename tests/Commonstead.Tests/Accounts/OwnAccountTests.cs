using System.Net;
using Commonstead.Accounts;
using Commonstead.Platform.Operations;
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
    public async Task PresentMissing_PresentWrong_SamePassword_WeakPassword_AreTheCodes()
    {
        using (await host.SignInAs(Role.Auditor))
        {
        }

        var actor = AccountIntent.ActorOf(await host.StoredAccount(Intent.AddressOf(Role.Auditor)), Role.Auditor);
        Assert.Equal(ChangePasswordRefusal.PresentMissing, await Code(null, New));
        Assert.Equal(ChangePasswordRefusal.PresentWrong, await Code("wrong", New));
        Assert.Equal(ChangePasswordRefusal.SamePassword, await Code(Intent.Password, Intent.Password));
        Assert.Equal(ChangePasswordRefusal.WeakPassword, await Code(Intent.Password, "short"));

        async Task<Enum> Code(string? present, string chosen) => (await host.Run(
            host.Trust, actor, s => s.GetRequiredService<ChangePassword>(),
            new ChangePasswordInput { Present = present, New = chosen })).Refusals.Single().Code;
    }

    [Fact]
    public async Task RecoveryCodes_AreShownOnce_SignInOnce_AndAreStoredAsHashes()
    {
        using var visitor = await host.SignInAs(Role.Approver);
        var shown = await MakeCodes(visitor);
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
        await MakeCodes(visitor);
        Assert.Contains("do not belong together", (await Attempt(again, codes[1])).Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewCodes_AreNotHadFromAnOpenScreen()
    {
        using var visitor = await host.SignInAs(Role.Board);
        var page = await visitor.Open("/account/codes");
        Refuses(await page.Submit(new Dictionary<string, string>()), MakeRecoveryCodesRefusal.PresentMissing);
        var wrong = await page.Submit(new Dictionary<string, string> { ["Input.Present"] = "a guess" });
        Refuses(wrong, MakeRecoveryCodesRefusal.PresentWrong);
        Assert.Empty(wrong.Document.QuerySelectorAll(".codes code"));
    }

    [Fact]
    public async Task ARecoveryCode_OpensTheWayToANewPassword_ForAQuarterOfAnHour_Once()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        using var owner = await own.SignInAs(Role.Approver);
        var codes = (await MakeCodes(owner)).Document.QuerySelectorAll(".codes code").Select(c => c.TextContent);
        var code = new Queue<string>(codes);
        using var late = own.NewVisitor();
        await Attempt(late, code.Dequeue());
        Assert.Empty((await late.Open("/account/password")).Document.QuerySelectorAll("[name='Input.Present']"));
        own.Clock.Pass(OwnSession.ProvesFor);
        var asked = await late.Open("/account/password");
        Assert.NotEmpty(asked.Document.QuerySelectorAll("[name='Input.Present']"));
        var forgotten = new Dictionary<string, string> { ["Input.New"] = New };
        Refuses(await asked.Submit(forgotten), ChangePasswordRefusal.PresentMissing);
        using var visitor = own.NewVisitor();
        var account = await Attempt(visitor, code.Dequeue());
        var form = await visitor.Open(account.Document.QuerySelector(".banner a")!.GetAttribute("href")!);
        Assert.Equal("Your account", (await form.Submit(forgotten)).Heading);
        Assert.NotEmpty((await visitor.Open("/account/password")).Document.QuerySelectorAll("[name='Input.Present']"));
        using var again = own.NewVisitor();
        Assert.Equal("Desk", (await Attempt(again, New)).Heading);
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

    private static void Refuses(SeenPage page, Enum code) =>
        Assert.Equal(new Refusal(code).Message, Assert.Single(page.Errors));

    private static async Task<SeenPage> MakeCodes(Visitor visitor) => await (await visitor.Open("/account/codes"))
        .Submit(new Dictionary<string, string> { ["Input.Present"] = Intent.Password });

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
