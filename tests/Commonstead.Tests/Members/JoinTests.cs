using System.Net;
using System.Text.RegularExpressions;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Desk;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Members;

/// <summary>Joining online: asked, confirmed by mail, decided where the terms ask for it.</summary>
public sealed partial class JoinTests : IAsyncLifetime
{
    private readonly TrustHost _host = new() { WrongCodesPerMinute = 20 };

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task AVisitor_AsksByForm_ConfirmsByMail_AndIsAMember()
    {
        using var visitor = _host.NewVisitor();
        var page = await (await visitor.Open("/join")).Submit(Form("Nia", "Bello", "nia@example.org"));
        Assert.Contains("Look into your mail.", page.Text, StringComparison.Ordinal);
        Assert.Empty(await Roll());
        var link = await Link("nia@example.org");
        page = await visitor.Open(link);
        Assert.Contains("You asked to become a member", page.Text, StringComparison.Ordinal);
        Assert.Empty(await Roll());
        page = await page.Press("Yes, that was me", new Dictionary<string, string>());
        Assert.Contains("you are member 1 of Oak Community Land Trust", page.Text, StringComparison.Ordinal);
        var member = await _host.Entry(Assert.Single(await Roll()).Id);
        Assert.Equal(("Nia Bello", "Bello, Nia", "general"), (member.Name, member.SortName, member.Class));
        Assert.Contains(await Mails("nia@example.org"), m => m.Text.Contains("member 1", StringComparison.Ordinal));
        var again = await visitor.Open(link);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Contains("no longer good", again.Text, StringComparison.Ordinal);
        using var steward = await _host.SignInAsSteward();
        Assert.Contains("nia@example.org", (await steward.Open($"/people/{member.Person}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereADecisionIsAsked_ItWaitsOnTheDesk_AndSomebodyDecides()
    {
        await _host.SetTerms(_host.Trust.Today, i => i.NeedsApproval = true);
        await Confirmed("Ida", "Waiting", "ida@example.org");
        using var board = await _host.SignInAs(Role.Board);
        var desk = await board.Open("/");
        Assert.Contains("Decide on an application for membership", desk.Text, StringComparison.Ordinal);
        var application = await Application("ida@example.org");
        var page = await (await board.Open($"/members/applications/{application.Id}")).Submit(
            new Dictionary<string, string> { ["Input.Decision"] = nameof(ApplicationDecision.Admit) });
        Assert.Contains("Admitted", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ida@example.org", page.Text, StringComparison.Ordinal);
        Assert.Single(await Roll());
        Assert.Equal(DecideApplicationRefusal.NotWaiting, await Refused(application));
    }

    [Fact]
    public async Task Declined_TheApplicantIsToldWhy_AndHerAddressForgotten()
    {
        await _host.SetTerms(_host.Trust.Today, i => i.NeedsApproval = true);
        await Confirmed("Dee", "Clined", "dee@example.org");
        var application = await Application("dee@example.org");
        Assert.Equal(DecideApplicationRefusal.ReasonMissing,
            await Refused(application, i => i.Decision = ApplicationDecision.Decline));
        Assert.True((await Decide(application,
            i => (i.Decision, i.Reason) = (ApplicationDecision.Decline, "You live elsewhere."))).IsDone);
        Assert.Contains(await Mails("dee@example.org"),
            m => m.Text.Contains("You live elsewhere.", StringComparison.Ordinal));
        var kept = await ById(application.Id);
        Assert.Equal(("", "", "Dee Clined"), (kept!.Email, kept.Post, kept.Name));
        _host.Clock.Pass(TimeSpan.FromDays(366));
        await Ask(i => i.Email = "other@example.org");
        Assert.Null(await ById(application.Id));
    }

    [Fact]
    public async Task ASharedName_IsOfferedAsTheSamePerson()
    {
        var person = await _host.AddPerson("Sam", "Twice", i => i.Email = "sam@example.org");
        await _host.SetTerms(_host.Trust.Today, i => i.NeedsApproval = true);
        await Confirmed("Sam", "Twice", "sam@example.org");
        var application = await Application("sam@example.org");
        using var steward = await _host.SignInAsSteward();
        var page = await steward.Open($"/members/applications/{application.Id}");
        Assert.Contains("stands in the register of people already", page.Text, StringComparison.Ordinal);
        Assert.Equal(MemberRefusal.PersonUnknown,
            await Refused(application, i => i.Person = PersonId.From(Guid.CreateVersion7())));
        Assert.True((await Decide(application, i => i.Person = person)).IsDone);
        Assert.Equal(person, Assert.Single(await Roll()).Person);
    }

    [Fact]
    public async Task WhoeverIsAMember_IsToldByMail_AndThePageSaysNothing()
    {
        var person = await _host.AddPerson("Mem", "Already", i => i.Email = "mem@example.org");
        await _host.NewMember(person);
        using var visitor = _host.NewVisitor();
        var page = await (await visitor.Open("/join")).Submit(Form("Mem", "Already", "mem@example.org"));
        Assert.Contains("Look into your mail.", page.Text, StringComparison.Ordinal);
        Assert.Contains("You are one already.", Assert.Single(await Mails("mem@example.org")).Text,
            StringComparison.Ordinal);
        await _host.SetTerms(_host.Trust.Today, i => i.NeedsApproval = true);
        await Confirmed("Mem", "Elsewhere", "elsewhere@example.org");
        Assert.Equal(DecideApplicationRefusal.MemberAlready,
            await Refused(await Application("elsewhere@example.org"), i => i.Person = person));
    }

    [Fact]
    public async Task InASociety_TheShareIsPaidFirst()
    {
        await _host.SetTerms(_host.Trust.Today, i => i.SharePrice = Money.Of(1, Currency.Usd));
        await Confirmed("Sue", "Share", "sue@example.org");
        Assert.Empty(await Roll());
        var application = await Application("sue@example.org");
        Assert.Equal(DecideApplicationRefusal.ShareNotPaid, await Refused(application));
        Assert.Equal(DecideApplicationRefusal.ShareNotPaid,
            await Refused(application, i => i.Paid = Money.Of(0.5m, Currency.Usd)));
        Assert.True((await Decide(application, i => i.Paid = Money.Of(1, Currency.Usd))).IsDone);
        Assert.Equal(1, (await _host.Entry(Assert.Single(await Roll()).Id)).Shares);
    }

    [Fact]
    public async Task DayNotUsable_ClassGone_NotFound_ChangedMeanwhile()
    {
        await _host.SetTerms(_host.Trust.Today, i => i.NeedsApproval = true);
        await Confirmed("Day", "Unusable", "day@example.org");
        var application = await Application("day@example.org");
        foreach (var day in (int[])[-1, 1])
        {
            Assert.Equal(DecideApplicationRefusal.DayNotUsable,
                await Refused(application, i => i.JoinedOn = _host.Trust.Today.AddDays(day)));
        }

        Assert.Equal(CommonRefusal.ChangedMeanwhile, await Refused(application, i => i.Version = 9));
        Assert.Equal(CommonRefusal.NotFound,
            await Refused(application, i => i.Application = MembershipApplicationId.From(Guid.CreateVersion7())));
        await _host.SetTerms(_host.Trust.Today, i =>
        {
            (i.SeenVersion, i.NeedsApproval) = (1, true);
            i.Classes[1] = new ClassInput { Name = "Friends" };
        });
        Assert.Equal(DecideApplicationRefusal.ClassGone, await Refused(application));
    }

    [Fact]
    public async Task NotAnAddress_AgeNotConfirmed_AreaNotConfirmed_ClassNotOpen_NothingToJoin()
    {
        foreach (var email in (string[])["nobody", "a@b", "Name <a@example.org>", "a@example.org, b@example.org"])
            Assert.Equal(ApplyToJoinRefusal.NotAnAddress, await Asked(i => i.Email = email));
        Assert.Equal(ApplyToJoinRefusal.AgeNotConfirmed, await Asked(i => i.IsOldEnough = false));
        await _host.SetTerms(_host.Trust.Today, i =>
        {
            i.Area = "Hampden County";
            i.Classes.Add(new ClassInput { Name = "Friends" });
        });
        Assert.Equal(ApplyToJoinRefusal.AreaNotConfirmed, await Asked(i => i.IsOfTheArea = false));
        Assert.Equal(ApplyToJoinRefusal.ClassNotOpen, await Asked(i => i.Class = "leaseholder"));
        Assert.True((await Ask(i => i.Class = "friends")).IsDone);
        await _host.SetTerms(_host.Trust.Today.AddDays(1), i => i.Classes =
            [new ClassInput { Code = "leaseholder", Name = "Leaseholders", Basis = ClassBasis.Leaseholders }]);
        _host.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(ApplyToJoinRefusal.NothingToJoin, await Asked(_ => { }));
        using var visitor = _host.NewVisitor();
        Assert.Contains("Nobody can join here", (await visitor.Open("/join")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinkNotGood_AfterSevenDays_AndGuessesAreStopped()
    {
        await Ask(i => i.Email = "late@example.org");
        var link = await Link("late@example.org");
        _host.Clock.Pass(TimeSpan.FromDays(7));
        var outcome = await _host.Run(_host.Trust, Actor.Visitor,
            s => s.GetRequiredService<ConfirmApplication>(),
            new ConfirmApplicationInput { Token = link[(link.LastIndexOf('/') + 1)..] });
        Assert.Equal(ConfirmApplicationRefusal.LinkNotGood, outcome.Refusals.Single().Code);
        await Ask(i => i.Email = "new@example.org");
        await using (var db = _host.Trust.NewDb())
            Assert.Equal("new@example.org", (await db.Set<MembershipApplication>().SingleAsync()).Email);
        using var visitor = _host.NewVisitor();
        for (var i = 0; i < 20; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"/join/guess{i}")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Open("/join/guess")).Status);
    }

    [Fact]
    public async Task OneAddress_GetsFewMailsADay()
    {
        for (var i = 0; i < 5; i++) Assert.True((await Ask(a => a.Email = "often@example.org")).IsDone);
        Assert.Equal(3, (await Mails("often@example.org")).Count);
    }

    [Fact]
    public async Task TheToken_StandsNowhereInTheRecord_ButInTheMail()
    {
        await Ask(i => i.Email = "token@example.org");
        var link = await Link("token@example.org");
        var token = link[(link.LastIndexOf('/') + 1)..];
        var application = await Application("token@example.org");
        Assert.DoesNotContain(token, application.TokenHash, StringComparison.Ordinal);
        Assert.Equal(48, token.Length);
    }

    [Fact]
    public async Task AnOrganisation_Asks_ByWhoeverVotesForIt_AndSomebodyLooks()
    {
        using var visitor = _host.NewVisitor();
        var form = Form("Rae", "Presents", "rae@example.org");
        form["Input.Organisation"] = "Mill Tenants’ Co-operative";
        form.Remove("Input.IsOldEnough");
        var page = await (await visitor.Open("/join")).Submit(form);
        Assert.Contains("Look into your mail.", page.Text, StringComparison.Ordinal);
        // These terms ask for no decision on persons; on who speaks for an organisation somebody decides all the same.
        page = await (await visitor.Open(await Link("rae@example.org"))).Press(
            "Yes, that was me", new Dictionary<string, string>());
        Assert.Contains("will decide", page.Text, StringComparison.Ordinal);
        Assert.Empty(await Roll());
        var application = await Application("rae@example.org");
        using var board = await _host.SignInAs(Role.Board);
        page = await (await board.Open($"/members/applications/{application.Id}")).Submit(
            new Dictionary<string, string> { ["Input.Decision"] = nameof(ApplicationDecision.Admit) });
        Assert.Contains("Application of Mill Tenants’ Co-operative", page.Text, StringComparison.Ordinal);
        var vote = Assert.Single(await Roll());
        var member = await _host.Entry(vote.Id);
        Assert.Equal("Mill Tenants’ Co-operative", member.Name);
        Assert.Null(member.Person);
        Assert.NotNull(member.Organisation);
        Assert.Equal(vote.Person, member.Representative);
        Assert.Contains(
            await Mails("rae@example.org"), m => m.Text.Contains("which you cast", StringComparison.Ordinal));
        // Asking again is answered alike, and whoever decides learns that it is a member.
        Assert.True((await Ask(i =>
            (i.Email, i.Organisation) = ("other@example.org", "Mill Tenants’ Co-operative"))).IsDone);
        await (await visitor.Open(await Link("other@example.org"))).Press(
            "Yes, that was me", new Dictionary<string, string>());
        Assert.Equal(
            DecideApplicationRefusal.MemberAlready, await Refused(await Application("other@example.org")));
    }

    private static Dictionary<string, string> Form(string given, string family, string email) => new()
    {
        ["Input.GivenName"] = given,
        ["Input.FamilyName"] = family,
        ["Input.Email"] = email,
        ["Input.Post"] = "1 Oak Street",
        ["Input.IsOldEnough"] = "true",
    };

    private Task<Outcome<Done>> Ask(Action<ApplyToJoinInput> change)
    {
        var input = new ApplyToJoinInput
        {
            GivenName = "Ada",
            FamilyName = "Applicant",
            Email = "ada@example.org",
            Post = "1 Oak Street",
            Class = "general",
            IsOldEnough = true,
            IsOfTheArea = true,
            ConfirmAt = "http://oak.test/join/",
        };
        change(input);
        return _host.Run(_host.Trust, Actor.Visitor, s => s.GetRequiredService<ApplyToJoin>(), input);
    }

    private async Task<Enum> Asked(Action<ApplyToJoinInput> change) => (await Ask(change)).Refusals.Single().Code;

    private async Task Confirmed(string given, string family, string email)
    {
        Assert.True((await Ask(i => (i.GivenName, i.FamilyName, i.Email) = (given, family, email))).IsDone);
        using var visitor = _host.NewVisitor();
        var page = await visitor.Open(await Link(email));
        Assert.Contains("will decide",
            (await page.Press("Yes, that was me", new Dictionary<string, string>())).Text, StringComparison.Ordinal);
    }

    private Task<Outcome<MembershipApplicationId>> Decide(
        MembershipApplication application, Action<DecideApplicationInput>? change = null)
    {
        var input = new DecideApplicationInput { Application = application.Id, Version = application.Version };
        change?.Invoke(input);
        return _host.Does((DecideApplication decide) => decide, input);
    }

    private async Task<Enum> Refused(
        MembershipApplication application, Action<DecideApplicationInput>? change = null) =>
        (await Decide(application, change)).Refusals.Single().Code;

    private async Task<MembershipApplication> Application(string email)
    {
        await using var db = _host.Trust.NewDb();
        return await db.Set<MembershipApplication>().AsNoTracking().SingleAsync(a => a.Email == email);
    }

    private Task<MembershipApplication?> ById(MembershipApplicationId id) =>
        _host.Read<ApplicationRegister, MembershipApplication?>(a => a.Application(id));

    private async Task<List<OutboxMessage>> Mails(string to)
    {
        await using var db = _host.Trust.NewDb();
        return await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.To == to).ToListAsync();
    }

    private async Task<string> Link(string email) =>
        Links().Match((await Mails(email)).First(m => Links().IsMatch(m.Text)).Text).Groups["path"].Value;

    private Task<IReadOnlyList<MemberOnRoll>> Roll() =>
        _host.Read<IMembers, IReadOnlyList<MemberOnRoll>>(m => m.RollOn(_host.Trust.Today));

    [GeneratedRegex("https?://[^/]+(?<path>/join/[0-9a-f]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
