using System.Globalization;
using System.Net;
using Commonstead.Accounts;
using Commonstead.Platform.Operations;

namespace Commonstead.Tests.Accounts;

public sealed class PasskeyTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string Origin = "http://" + TrustHost.Oak;

    [Fact]
    public async Task APasskey_IsAdded_SignsIn_IsRenamed_AndRemoved()
    {
        using var key = new TestAuthenticator();
        using var visitor = await host.SignInAs(Role.Treasurer);
        var page = await Register(visitor, key, "My phone");
        Assert.Contains("My phone", page.Text, StringComparison.Ordinal);
        using var elsewhere = host.NewVisitor();
        Assert.Equal("Desk", (await SignIn(elsewhere, key)).Heading);
        Assert.Equal("Your account", (await elsewhere.Open("/account")).Heading);
        var codes = await (await elsewhere.Open("/account/codes")).Submit(new Dictionary<string, string>());
        Assert.NotEmpty(codes.Document.QuerySelectorAll(".codes code"));
        page = await (await visitor.Open("/account")).Submit(
            new Dictionary<string, string> { ["Rename.Name"] = "Blue phone" }, "form[action*='handler=Rename']");
        Assert.Contains("Blue phone", page.Text, StringComparison.Ordinal);
        page = await page.Submit(new Dictionary<string, string>(), "form[action*='handler=Remove']");
        Assert.Contains("You have none yet", page.Text, StringComparison.Ordinal);
        using var late = host.NewVisitor();
        Refuses(await SignIn(late, key), SignInByPasskeyRefusal.NotChecked);
    }

    [Fact]
    public async Task NotChecked_WhenTheAnswerIsForAnotherSite_OrNoAnswer()
    {
        using var key = new TestAuthenticator();
        using var visitor = await host.SignInAs(Role.Auditor);
        var options = await Options(visitor, "/account");
        var answer = key.Create(options, "http://elsewhere.test");
        var page = await Post(visitor, "/account?handler=Passkey", "Passkey", answer, "Elsewhere");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Refuses(page, AddPasskeyRefusal.NotChecked);
        page = await Post(visitor, "/account?handler=Passkey", "Passkey", "{}", "Nothing");
        Refuses(page, AddPasskeyRefusal.NotChecked);
        using var nobody = host.NewVisitor();
        page = await Post(nobody, "/sign-in?handler=Passkey", "Passkey", "no json", null);
        Refuses(page, SignInByPasskeyRefusal.NotChecked);
    }

    [Fact]
    public async Task ARepeatedAnswer_SignsNobodyIn()
    {
        using var key = new TestAuthenticator();
        using var visitor = await host.SignInAs(Role.Approver);
        await Register(visitor, key, "Once");
        using var thief = host.NewVisitor();
        var stolen = key.Get(await Options(thief, "/sign-in"), Origin);
        Assert.Equal("Desk", (await Post(thief, "/sign-in?handler=Passkey", "Passkey", stolen, null)).Heading);
        using var again = host.NewVisitor();
        await Options(again, "/sign-in");
        var page = await Post(again, "/sign-in?handler=Passkey", "Passkey", stolen, null);
        Refuses(page, SignInByPasskeyRefusal.NotChecked);
    }

    [Fact]
    public async Task APasskeyOfOneTrust_IsNothingToAnother()
    {
        using var key = new TestAuthenticator();
        using var visitor = await host.SignInAs(Role.Board);
        await Register(visitor, key, "Oak's");
        using var elm = host.NewVisitor(TrustHost.Elm);
        var answer = key.Get(await Options(elm, "/sign-in"), "http://" + TrustHost.Elm);
        var page = await Post(elm, "/sign-in?handler=Passkey", "Passkey", answer, null);
        Refuses(page, SignInByPasskeyRefusal.NotChecked);
    }

    [Fact]
    public async Task LockedOut_HoldsForPasskeysToo_AndTooManyAreRefused()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        using var key = new TestAuthenticator();
        using var visitor = await own.SignInAs(Role.Treasurer);
        await Register(visitor, key, "First");
        for (var attempt = 1; attempt <= Commonstead.Accounts.SignIn.MostAttempts; attempt++)
        {
            using var guesser = own.NewVisitor();
            await (await guesser.Open("/sign-in")).Submit(
                new Dictionary<string, string>
                {
                    ["Input.Email"] = Intent.AddressOf(Role.Treasurer),
                    ["Input.Password"] = "guess",
                },
                "form:has([name='Input.Email'])");
        }

        using var locked = own.NewVisitor();
        var page = await SignIn(locked, key);
        Refuses(page, SignInByPasskeyRefusal.LockedOut);
        for (var more = 2; more <= AddPasskey.Most; more++)
        {
            using var another = new TestAuthenticator();
            await Register(visitor, another, $"Key {more}");
        }

        using var last = new TestAuthenticator();
        Refuses(await Register(visitor, last, "One too many"), AddPasskeyRefusal.TooMany, AddPasskey.Most);
    }

    private static void Refuses(SeenPage page, Enum code, params object[] figures) => Assert.Equal(
        string.Format(CultureInfo.InvariantCulture, new Refusal(code).Message, figures), Assert.Single(page.Errors));

    private static async Task<SeenPage> Register(Visitor visitor, TestAuthenticator key, string name)
    {
        var options = await Options(visitor, "/account");
        return await Post(visitor, "/account?handler=Passkey", "Passkey", key.Create(options, Origin), name);
    }

    private static async Task<SeenPage> SignIn(Visitor visitor, TestAuthenticator key)
    {
        var options = await Options(visitor, "/sign-in");
        return await Post(visitor, "/sign-in?handler=Passkey", "Passkey", key.Get(options, Origin), null);
    }

    private static async Task<string> Options(Visitor visitor, string page)
    {
        var answer = await Send(visitor, page, page + "?handler=Options", []);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<SeenPage> Post(
        Visitor visitor, string address, string prefix, string answer, string? name)
    {
        var fields = new Dictionary<string, string> { [prefix + ".Credential"] = answer };
        if (name is not null) fields[prefix + ".Name"] = name;
        return await SeenPage.From(visitor, await Send(visitor, address.Split('?')[0], address, fields));
    }

    private static async Task<HttpResponseMessage> Send(
        Visitor visitor, string page, string address, Dictionary<string, string> fields)
    {
        var token = (await visitor.Open(page)).Document.QuerySelector("[name='__RequestVerificationToken']")!;
        fields["__RequestVerificationToken"] = token.GetAttribute("value")!;
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", visitor.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await visitor.Http.SendAsync(request);
    }
}
