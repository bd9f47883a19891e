using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Tests.Governance;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Pricing;

public sealed class WriteRuleTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string Example = """

        ```example "a rise"
        purchase_price = 160000
        purchase_date = 2020-01-01
        appraisal_at_sale = 260000
        maximum_price => 185000
        ```
        """;

    [Fact]
    public async Task ARule_IsWritten_Saved_AndProposed()
    {
        await host.TestRule();
        using var board = await host.SignInAs(Role.Board);
        var page = await board.Open("/rules/write");
        Assert.Contains("It is a rule", page.Text, StringComparison.Ordinal);
        var text = Titled("Our own rule") + Example;
        var saved = await page.Press("Save the draft", new Dictionary<string, string> { ["Input.Text"] = text });
        Assert.Empty(saved.Errors);
        Assert.Equal("Our own rule", saved.Heading);
        Assert.Contains("$185,000", saved.Text, StringComparison.Ordinal);
        var proposing = await board.Open(
            saved.Document.QuerySelector("a[href^='/resolutions/propose']")!.GetAttribute("href")!);
        var proposed = await proposing.Submit(new Dictionary<string, string> { ["Input.Text"] = "That it be ours." });
        Assert.Empty(proposed.Errors);
        var again = await board.Open(saved.Address);
        Assert.Contains("This very text is before the bodies", again.Text, StringComparison.Ordinal);
        var list = await board.Open("/rules");
        Assert.Contains("Our own rule", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsWrong_IsShownAtItsLine_AndMayBeSavedAllTheSame()
    {
        await host.FoundTrusts();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open("/rules/write");
        var text = Titled("Half a rule").Replace("25%", "share", StringComparison.Ordinal);
        var saved = await page.Press("Save the draft", new Dictionary<string, string> { ["Input.Text"] = text });
        Assert.Equal("Half a rule", saved.Heading);
        var error = Assert.Single(saved.Document.QuerySelectorAll("[data-line]"));
        Assert.Equal(text.Split('\n').ToList().FindIndex(l => l.Contains("share", StringComparison.Ordinal)) + 1,
            int.Parse(error.GetAttribute("data-line")!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(
            "As it was saved it has errors, and cannot be proposed, tried in the lab or printed. The first is in line",
            saved.Text, StringComparison.Ordinal);
        Assert.Empty(saved.Document.QuerySelectorAll("a[href^='/lab?'], a[href$='/clause'], a[href*='propose?']"));
        var proposing = await steward.Open(
            $"/resolutions/propose?act=rule-adoption&draft={saved.Address.Split('/')[^1]}");
        var refused = await proposing.Submit(new Dictionary<string, string>
        {
            ["Input.Title"] = "Half a rule",
            ["Input.Text"] = "That it be ours.",
        });
        Assert.Contains("share", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeProposed_SaysWhy_AndIsTriedAllTheSame()
    {
        await host.FoundTrusts();
        using var steward = await host.SignInAsSteward();
        var text = Titled("Another price") + Example.Replace("185000", "1", StringComparison.Ordinal);
        var page = await steward.Open($"/rules/write/{(await Save(text)).Value}");
        Assert.Contains("As it was saved it cannot be proposed. An example does not come out", page.Text,
            StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("a[href*='propose?']"));
        Assert.Single(page.Document.QuerySelectorAll("a[href^='/lab?']"));
        var clause = page.Document.QuerySelector("a[href$='/clause']")!.GetAttribute("href")!;
        Assert.Equal("Another price", (await steward.Open(clause)).Heading);
    }

    [Fact]
    public async Task ADraftThatWasAdopted_IsOneNoLonger_UntilItsTextIsChanged()
    {
        var text = Titled("Adopted of ours") + Example;
        await host.FoundTrusts();
        var id = (await Save(text)).Value;
        using var steward = await host.SignInAsSteward();
        Assert.Contains("Being written", (await steward.Open("/rules")).Text, StringComparison.Ordinal);
        Assert.Contains(await Sound(), r => r.Title == "Adopted of ours");
        await host.Adopts(text);
        Assert.DoesNotContain(
            (await steward.Open("/rules")).Document.QuerySelectorAll("ul.rows a"),
            a => a.TextContent == "Adopted of ours");
        Assert.DoesNotContain(await Sound(), r => r.Title == "Adopted of ours");
        var page = await steward.Open($"/rules/write/{id}");
        Assert.Contains("Adopted", page.Document.QuerySelector(".title-row")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("binds anybody", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("a[href*='propose?']"));
        Assert.Single(page.Document.QuerySelectorAll($"a[href='/rules/{RuleDocument.HashOf(text)}']"));
        var changed = await page.Press("Save the draft", new Dictionary<string, string>
        {
            ["Input.Text"] = text.Replace("Adopted of ours", "Changed of ours", StringComparison.Ordinal),
        });
        Assert.Contains("binds anybody", changed.Text, StringComparison.Ordinal);
        Assert.Single(changed.Document.QuerySelectorAll("a[href*='propose?']"));
        Assert.Contains(await Sound(), r => r is { Title: "Changed of ours", IsDraft: true });
    }

    [Fact]
    public async Task ItIsTried_OnOnesOwnFacts_BesideTheRulesOfTheBook()
    {
        await host.TestRule();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open("/rules/write");
        var facts = "purchase_price = 100000\npurchase_date = 2020-01-01\nappraisal_at_sale = 200000";
        var tried = await page.Press("Check and try it", new Dictionary<string, string>
        {
            ["Input.Text"] = Titled("A half").Replace("25%", "50%", StringComparison.Ordinal),
            ["Trial"] = facts,
        });
        Assert.Contains("$150,000", tried.Text, StringComparison.Ordinal);
        var other = tried.Document.QuerySelectorAll("tr")
            .Single(r => r.TextContent.Contains("Test rule", StringComparison.Ordinal));
        Assert.Contains("$125,000", other.TextContent, StringComparison.Ordinal);
        var wrong = await page.Press("Check and try it", new Dictionary<string, string>
        {
            ["Input.Text"] = Titled("A half"),
            ["Trial"] = facts + "\ntenure = 3",
        });
        Assert.Contains("Line 4, column 1", wrong.Text, StringComparison.Ordinal);
        var alone = await page.Submit(new Dictionary<string, string> { ["Input.Text"] = Titled("A half") });
        Assert.Equal("A half", alone.Heading);
    }

    [Fact]
    public async Task Refusals_OfDrafts()
    {
        await host.FoundTrusts();
        Assert.Equal(SaveRuleDraftRefusal.TitleMissing, (await Save("no title")).Code());
        Assert.Equal(CommonRefusal.InputOutOfBounds, (await Save("")).Code());
        Assert.Equal(CommonRefusal.NotPermitted, (await Save("# A", actor: LeaseIntent.Approver)).Code());
        Assert.Equal(CommonRefusal.NotFound, (await Save("# A", new RuleDraftId(Guid.CreateVersion7()), 1)).Code());
        var id = (await Save("# A")).Value;
        Assert.True((await Save("# B", id, 1)).IsDone);
        Assert.Equal(CommonRefusal.ChangedMeanwhile, (await Save("# C", id, 1)).Code());
        Assert.Equal(CommonRefusal.ChangedMeanwhile, (await GiveUp(id, 1)).Code());
        Assert.Equal(CommonRefusal.InputOutOfBounds, (await GiveUp(id, 2, "")).Code());
        Assert.True((await GiveUp(id, 2)).IsDone);
        Assert.Equal(SaveRuleDraftRefusal.GivenUp, (await Save("# C", id, 3)).Code());
        Assert.Equal(SaveRuleDraftRefusal.GivenUp, (await GiveUp(id, 3)).Code());
        Assert.Equal(CommonRefusal.NotFound, (await GiveUp(new RuleDraftId(Guid.CreateVersion7()), 1)).Code());
    }

    [Fact]
    public async Task AClause_HasTheWordsAndTheWorkedExamples_AndNoBlocks()
    {
        await host.FoundTrusts();
        var text = Titled("A clause") + Example;
        var id = (await Save(text)).Value;
        using var steward = await host.SignInAsSteward();
        var clause = await steward.Open($"/rules/{RuleDocument.HashOf(text)}/clause");
        Assert.Contains("This is a draft", clause.Text, StringComparison.Ordinal);
        Assert.Contains("price paid at purchase", clause.Text, StringComparison.Ordinal);
        Assert.Contains("Worked example: a rise", clause.Text, StringComparison.Ordinal);
        Assert.Contains("$185,000.00", clause.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("language 1", clause.Text, StringComparison.Ordinal);
        using var leaseholder = await host.SignInAs(Role.Leaseholder);
        Assert.Equal(
            System.Net.HttpStatusCode.NotFound,
            (await leaseholder.Open($"/rules/{RuleDocument.HashOf(text)}/clause")).Status);
        var given = await (await steward.Open($"/rules/write/{id}")).Submit(
            new Dictionary<string, string> { ["Reason"] = "Another was chosen." }, "main details form");
        Assert.Equal("/rules", given.Address);
        Assert.Contains("Given up on", (await steward.Open($"/rules/write/{id}")).Text, StringComparison.Ordinal);
    }

    private static string Titled(string title) =>
        LeaseIntent.RuleText.Replace("Test rule", title, StringComparison.Ordinal) + "\n";

    private Task<IReadOnlyList<RuleTitle>> Sound() => host.Asks((IRuleDrafts drafts) => drafts.Sound());

    private Task<Outcome<RuleDraftId>> Save(
        string text, RuleDraftId? id = null, int version = 0, Actor? actor = null) => host.Does(
            (SaveRuleDraft o) => o,
            new SaveRuleDraftInput
            {
                Text = text,
                Draft = id,
                Version = version,
            },
            actor);

    private Task<Outcome<RuleDraftId>> GiveUp(RuleDraftId id, int version, string reason = "Another.") => host.Does(
        (GiveUpRuleDraft o) => o,
        new GiveUpRuleDraftInput
        {
            Draft = id,
            Version = version,
            Reason = reason,
        });
}
