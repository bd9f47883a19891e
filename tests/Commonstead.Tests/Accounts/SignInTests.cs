using System.Net;
using Commonstead.Accounts;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Accounts;

public sealed class SignInTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task WrongPassword_SaysSo_AndFiveLockTheAccount()
    {
        await host.FoundTrusts();
        using (await host.SignInAs(Role.Treasurer))
        {
        }

        using var visitor = host.NewVisitor();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            var page = await Attempt(visitor, "wrong");
            var expected = attempt < 5 ? "do not belong together" : "Too many tries";
            Assert.Contains(expected, page.Errors[0], StringComparison.Ordinal);
        }

        Assert.Contains("Too many tries", (await Attempt(visitor, Intent.Password)).Errors[0],
            StringComparison.Ordinal);
        using var steward = await host.SignInAsSteward();
        var listed = await steward.Open("/accounts?q=treasurer");
        Assert.Contains("Locked until June 1, 2026, 10:10", listed.Text, StringComparison.Ordinal);
        var account = await host.StoredAccount(Intent.AddressOf(Role.Treasurer));
        var shown = await steward.Open($"/accounts/{account.AccountId}");
        Assert.Contains("Locked after too many tries, until June 1, 2026", shown.Text, StringComparison.Ordinal);
        host.Clock.Pass(TimeSpan.FromMinutes(11));
        Assert.Equal("Desk", (await Attempt(visitor, Intent.Password)).Heading);
        Assert.DoesNotContain("Locked", (await steward.Open("/accounts?q=treasurer")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APasswordChangedWhileItWasCompared_IsComparedAgain()
    {
        using (await host.SignInAs(Role.Auditor))
        {
        }

        var input = new SignInInput { Email = Intent.AddressOf(Role.Auditor), Password = Intent.Password };
        await using var scope = host.Scope();
        scope.ServiceProvider.GetRequiredService<Acting>().Trust = host.Trust;
        var signIn = scope.ServiceProvider.GetRequiredService<SignIn>();
        await signIn.Prepare(input);
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByEmailAsync(input.Email))!;
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, "a password of since then");
        Assert.Equal(SignInAnswer.Wrong, (await signIn.Run(input)).Value);
    }

    [Fact]
    public async Task ATrustMadeInTheEvening_HasItsStewardAtOnce()
    {
        await using var evening = new TrustHost();
        await evening.InitializeAsync();
        evening.Clock.Pass(TimeSpan.FromHours(11));
        using var steward = await evening.SignInAsSteward();
        Assert.Equal(HttpStatusCode.OK, (await steward.Open("/accounts")).Status);
    }

    [Fact]
    public async Task TheTrail_NamesWhoSignedIn_AndTellsATryApart()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        using (await own.SignInAs(Role.Treasurer))
        {
        }

        using var visitor = own.NewVisitor();
        await Attempt(visitor, "wrong");
        var account = await own.StoredAccount(Intent.AddressOf(Role.Treasurer));
        await using var db = own.Trust.NewDb();
        var told = await db.Set<AuditEntry>().OrderByDescending(e => e.Number).Take(2).ToListAsync();
        Assert.Equal((nameof(FailedSignIn), "visitor"), (told[0].Operation, told[0].Actor));
        Assert.Equal(
            (nameof(Commonstead.Accounts.SignIn), account.AccountId.ToString()), (told[1].Operation, told[1].Actor));
    }

    [Fact]
    public async Task SigningOutEverywhere_EndsOtherBrowsersAtOnce()
    {
        using var here = await host.SignInAs(Role.Board);
        using var there = await host.SignInAs(Role.Board);
        Assert.Equal("Desk", (await there.Open("/")).Heading);
        var account = await here.Open("/account");
        await account.Submit(new Dictionary<string, string>(), "form[action*=Everywhere]");
        Assert.StartsWith("/sign-in", (await there.Open("/")).Address, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await here.Open("/")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACookieOfOneTrust_IsNothingToAnother()
    {
        using var oak = await host.SignInAsSteward();
        var cookie = (await oak.Http.GetAsync("/sign-in")).RequestMessage!.Headers.GetValues("Cookie").Single();
        using var elm = host.NewVisitor(TrustHost.Elm);
        foreach (var suffix in new[] { host.Trust.CookieSuffix, host.OtherTrust.CookieSuffix })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/");
            request.Headers.Add("Cookie", cookie.Replace(host.Trust.CookieSuffix, suffix, StringComparison.Ordinal));
            var response = await elm.Http.SendAsync(request);
            Assert.StartsWith("/sign-in", response.RequestMessage!.RequestUri!.PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryRole_StandsForPermissions() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.True(RoleTable.Of([role]).Count > 1));

    private static async Task<SeenPage> Attempt(Visitor visitor, string password) =>
        await (await visitor.Open("/sign-in")).Submit(new Dictionary<string, string>
        {
            ["Input.Email"] = Intent.AddressOf(Role.Treasurer),
            ["Input.Password"] = password,
        });
}
