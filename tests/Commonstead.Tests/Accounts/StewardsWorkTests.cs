using Commonstead.Accounts;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Tests.People;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Accounts;

public sealed class StewardsWorkTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task ANewAccount_SignsInWithItsOneTimePassword_AndMustChooseItsOwn()
    {
        using var steward = await host.SignInAsSteward();
        var shown = await (await steward.Open("/accounts/add")).Submit(new Dictionary<string, string>
        {
            ["Input.Name"] = "Nia New",
            ["Input.Email"] = "nia@example.org",
            ["Input.Role"] = nameof(Role.Treasurer),
        });
        var password = shown.Document.QuerySelector(".one-time")!.TextContent.Trim();
        using var nia = host.NewVisitor();
        var page = await Attempt(nia, "nia@example.org", password);
        Assert.StartsWith("/account/password", page.Address, StringComparison.Ordinal);
        Assert.StartsWith("/account/password", (await nia.Open("/people")).Address, StringComparison.Ordinal);
        var waiting = await nia.Open("/");
        Assert.Contains("You signed in with a one-time password", waiting.Text, StringComparison.Ordinal);
        Assert.NotNull(waiting.Document.QuerySelector("main a[href^='/account/password']"));
        var desk = await page.Submit(new Dictionary<string, string>
        {
            ["Input.Present"] = password,
            ["Input.New"] = "a password of my own",
        });
        Assert.Equal("Desk", desk.Heading);
        Assert.DoesNotContain("one-time", desk.Text, StringComparison.Ordinal);
        Assert.Equal("People", (await nia.Open("/people")).Heading);
        Assert.Contains("nia@example.org", (await steward.Open("/accounts?q=nia")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AOneTimePassword_RunsOutAfterSevenDays_AndAStewardMakesAnother()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        var given = await own.OpenAccount("late@example.org");
        own.Clock.Pass(OpenAccount.FirstPasswordGood + TimeSpan.FromMinutes(1));
        using var visitor = own.NewVisitor();
        var page = await Attempt(visitor, "late@example.org", given.Password);
        Assert.Contains("has run out", Assert.Single(page.Errors), StringComparison.Ordinal);
        using var steward = await own.SignInAsSteward();
        var shown = await (await steward.Open($"/accounts/{given.Value:N}")).Submit(
            new Dictionary<string, string>(), "form[action*='handler=Password']");
        var password = shown.Document.QuerySelector(".one-time")!.TextContent.Trim();
        page = await Attempt(visitor, "late@example.org", password);
        Assert.StartsWith("/account/password", page.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddressTaken_NoSuchPerson_PersonHasAccount()
    {
        var person = await host.AddPerson("Acc", "Ounted");
        await host.OpenAccount("taken@example.org", i => i.Person = person);
        Assert.Equal(OpenAccountRefusal.AddressTaken, await Refused("TAKEN@example.org"));
        var ghost = new PersonId(Guid.CreateVersion7());
        Assert.Equal(OpenAccountRefusal.NoSuchPerson, await Refused("a@example.org", ghost));
        Assert.Equal(OpenAccountRefusal.PersonHasAccount, await Refused("b@example.org", person));
    }

    [Fact]
    public async Task Roles_AreGivenWithDates_AndTakenAway_AtOnce()
    {
        var given = await host.OpenAccount("roles@example.org", i => i.Role = Role.Auditor);
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/accounts/{given.Value:N}")).Submit(
            new Dictionary<string, string> { ["Give.Role"] = nameof(Role.Board), ["Give.Until"] = "2026-12-31" },
            "form[action*='handler=Give']");
        Assert.Contains("Board member June 1, 2026 to December 31, 2026", page.Text, StringComparison.Ordinal);
        var account = await host.StoredAccount("roles@example.org");
        var board = account.Roles.Single(g => g.Role == Role.Board).Id;
        Assert.True((await Take(host, board)).IsDone);
        Assert.Equal(TakeRoleRefusal.EndedAlready, (await Take(host, board)).Refusals.Single().Code);
        page = await steward.Open(page.Address);
        Assert.Contains("given and taken away on June 1, 2026", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnApproval_IsRefused_ForEveryRoleThatApproves()
    {
        var own = await host.StoredAccount(Intent.AddressOf(Role.Steward));
        foreach (var role in Enum.GetValues<Role>().Where(RoleTable.Approves))
        {
            var outcome = await Give(AccountIntent.ActorOf(own, Role.Steward), own.AccountId, i => i.Role = role);
            Assert.Equal(GiveRoleRefusal.OwnApproval, outcome.Refusals.Single().Code);
        }

        Assert.True((await Give(
            AccountIntent.ActorOf(own, Role.Steward), own.AccountId, i => i.Role = Role.Treasurer)).IsDone);
        Assert.Equal([Role.Approver, Role.Board], Enum.GetValues<Role>().Where(RoleTable.Approves));
    }

    [Fact]
    public async Task BeginsInThePast_EndsBeforeItBegins_HeldAlready()
    {
        var id = new AccountId((await host.OpenAccount("dates@example.org")).Value);
        var steward = Intent.ActorWith(Role.Steward);
        var today = host.Trust.Today;
        var past = await Give(steward, id, i => i.From = today.AddDays(-1));
        Assert.Equal(GiveRoleRefusal.BeginsInThePast, past.Refusals.Single().Code);
        var turned = await Give(steward, id, i => (i.From, i.Until) = (today.AddDays(2), today.AddDays(1)));
        Assert.Equal(GiveRoleRefusal.EndsBeforeItBegins, turned.Refusals.Single().Code);
        var held = await Give(steward, id, i => i.Role = Role.Board);
        Assert.Equal(GiveRoleRefusal.HeldAlready, held.Refusals.Single().Code);
    }

    [Fact]
    public async Task LastSteward_KeepsRoleAndAccount()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        var steward = await own.StoredAccount(Intent.AddressOf(Role.Steward));
        var passing = await own.OpenAccount("passing@example.org");
        await own.AsSteward<GiveRole, GiveRoleInput, RoleGrantId>(new()
        {
            Account = new AccountId(passing.Value),
            Role = Role.Steward,
            Until = own.Trust.Today.AddDays(30),
        });
        Assert.Equal(TakeRoleRefusal.LastSteward, (await Take(own, steward.Roles.Single().Id)).Refusals.Single().Code);
        Assert.Equal(CloseAccountRefusal.LastSteward, (await Close(own, steward.AccountId)).Refusals.Single().Code);
        await own.OpenAccount("second@example.org", i => i.Role = Role.Steward);
        Assert.True((await Close(own, steward.AccountId)).IsDone);
    }

    [Fact]
    public async Task AClosedAccount_IsOutAtOnce_AndStaysClosed()
    {
        using var board = await host.SignInAs(Role.Board);
        var account = await host.StoredAccount(Intent.AddressOf(Role.Board));
        using var steward = await host.SignInAsSteward();
        await (await steward.Open($"/accounts/{account.AccountId}")).Submit(
            new Dictionary<string, string>(), "form[action*='handler=Close']");
        Assert.StartsWith("/sign-in", (await board.Open("/")).Address, StringComparison.Ordinal);
        Assert.Contains("do not belong together",
            (await Attempt(board, account.Email!, Intent.Password)).Errors[0], StringComparison.Ordinal);
        Assert.Equal(CloseAccountRefusal.ClosedAlready, (await Close(host, account.AccountId)).Refusals.Single().Code);
        var role = await Give(Intent.ActorWith(Role.Steward), account.AccountId, i => i.Role = Role.Auditor);
        Assert.Equal(GiveRoleRefusal.Closed, role.Refusals.Single().Code);
        var password = await host.AsSteward<GiveNewPassword, GiveNewPasswordInput, OneTimePassword>(
            new() { Account = account.AccountId });
        Assert.Equal(GiveNewPasswordRefusal.Closed, password.Refusals.Single().Code);
    }

    [Fact]
    public async Task OwnAccount_GetsNoOneTimePassword()
    {
        var own = await host.StoredAccount(Intent.AddressOf(Role.Steward));
        var outcome = await host.Run(host.Trust, AccountIntent.ActorOf(own, Role.Steward),
            s => s.GetRequiredService<GiveNewPassword>(), new GiveNewPasswordInput { Account = own.AccountId });
        Assert.Equal(GiveNewPasswordRefusal.OwnAccount, outcome.Refusals.Single().Code);
    }

    [Fact]
    public async Task ARealTrust_PublishesNoPassword()
    {
        var own = await host.StoredAccount(Intent.AddressOf(Role.Steward));
        var input = new PublishPasswordInput { Account = own.AccountId, Password = Intent.Password };
        var outcome = await host.AsSteward<PublishPassword, PublishPasswordInput, AccountId>(input);
        Assert.Equal(PublishPasswordRefusal.NotADemonstration, outcome.Refusals.Single().Code);
    }

    [Fact]
    public async Task AnAccount_IsLinkedToItsPerson()
    {
        var given = await host.OpenAccount("linked@example.org");
        var person = await host.AddPerson("Lin", "Linkable");
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/accounts/{given.Value:N}?who=linkable")).Submit(
            new Dictionary<string, string> { ["Link.Person"] = person.ToString() }, "form[action*='handler=Link']");
        Assert.Contains("Lin Linkable", page.Text, StringComparison.Ordinal);
        var other = new AccountId((await host.OpenAccount("unlinked@example.org")).Value);
        var twice = await Link(other, person);
        Assert.Equal(LinkPersonRefusal.PersonHasAccount, twice.Refusals.Single().Code);
        var ghost = await Link(other, new PersonId(Guid.CreateVersion7()));
        Assert.Equal(LinkPersonRefusal.NoSuchPerson, ghost.Refusals.Single().Code);
    }

    private Task<Outcome<AccountId>> Link(AccountId account, PersonId person) =>
        host.AsSteward<LinkPerson, LinkPersonInput, AccountId>(new() { Account = account, Person = person });

    private static Task<Outcome<RoleGrantId>> Take(TrustHost host, RoleGrantId grant) =>
        host.AsSteward<TakeRole, TakeRoleInput, RoleGrantId>(new() { Grant = grant });

    private static Task<Outcome<AccountId>> Close(TrustHost host, AccountId account) =>
        host.AsSteward<CloseAccount, CloseAccountInput, AccountId>(new() { Account = account });

    private async Task<Outcome<RoleGrantId>> Give(Actor actor, AccountId account, Action<GiveRoleInput> make)
    {
        var input = new GiveRoleInput { Account = account };
        make(input);
        return await host.Run(host.Trust, actor, s => s.GetRequiredService<GiveRole>(), input);
    }

    private async Task<Enum> Refused(string email, PersonId? person = null)
    {
        var input = new OpenAccountInput { Name = "Refused", Email = email, Person = person };
        return (await host.AsSteward<OpenAccount, OpenAccountInput, OneTimePassword>(input)).Refusals.Single().Code;
    }

    private static async Task<SeenPage> Attempt(Visitor visitor, string email, string password) =>
        await (await visitor.Open("/sign-in")).Submit(
            new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Password"] = password },
            "form:has([name='Input.Email'])");
}
