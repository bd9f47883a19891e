using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Governance;

/// <summary>What tests want resolved.</summary>
public static class GovernanceIntent
{
    /// <summary>Whoever looks at what another recorded.</summary>
    public static Actor Second { get; } = Intent.ActorWith(Role.Board);

    /// <summary>Brings a resolution, today unless the test says otherwise.</summary>
    public static async Task<Outcome<ResolutionId>> Brings(
        this TrustHost host, string act, Action<ProposeResolutionInput>? change = null)
    {
        await host.FoundTrusts();
        var input = new ProposeResolutionInput
        {
            Act = act,
            Title = LeaseIntent.Unique("A resolution"),
            Text = "That it be so.",
            On = host.Trust.Today,
        };
        change?.Invoke(input);
        return await host.Does((ProposeResolution o) => o, input);
    }

    /// <summary>Records that a body voted for it, by far more than any share.</summary>
    public static Task<Outcome<ResolutionId>> Votes(
        this TrustHost host, ResolutionId id, string body, Action<RecordDecisionInput>? change = null)
    {
        var input = new RecordDecisionInput
        {
            Resolution = id,
            Body = body,
            On = host.Trust.Today,
            NoticeOn = host.Trust.Today.AddDays(-60),
            For = 9,
            Against = 0,
            Present = 9,
            Entitled = 9,
            EachClass = true,
            Note = "Minutes, item 3",
        };
        change?.Invoke(input);
        return host.Does((RecordDecision o) => o, input);
    }

    /// <summary>How a resolution stands.</summary>
    public static async Task<ResolutionStanding> Standing(this TrustHost host, ResolutionId id) =>
        (await host.Asks<ResolutionRegister, ResolutionStanding?>(r => r.Standing(id)))!;

    /// <summary>A second person looks at every decision that waits.</summary>
    public static async Task Confirms(this TrustHost host, ResolutionId id)
    {
        foreach (var decision in (await host.Standing(id)).Resolution.Decisions.Where(d => d.WaitsForConfirmation))
        {
            var confirmed = await host.Does(
                (ConfirmDecision o) => o,
                new ConfirmDecisionInput { Resolution = id, Decision = decision.Id, IsRight = true }, Second);
            Assert.True(confirmed.IsDone, string.Join("; ", confirmed.Refusals.Select(r => r.Code)));
        }
    }

    /// <summary>Brings a resolution and has it passed by everyone whom the bylaws ask.</summary>
    public static async Task<ResolutionId> Passes(
        this TrustHost host, string act, Action<ProposeResolutionInput>? change = null)
    {
        var brought = await host.Brings(act, change);
        Assert.True(brought.IsDone, string.Join("; ", brought.Refusals.Select(r => r.Code)));
        var rule = (await host.Standing(brought.Value)).Rule;
        foreach (var body in rule.Bodies) Assert.True((await host.Votes(brought.Value, body.Body)).IsDone);
        foreach (var whose in rule.Consents) Assert.True((await host.Consents(brought.Value, whose)).IsDone);
        await host.Confirms(brought.Value);
        Assert.Equal(ResolutionState.Passed, (await host.Standing(brought.Value)).Resolution.State);
        return brought.Value;
    }

    /// <summary>Records a consent.</summary>
    public static Task<Outcome<ResolutionId>> Consents(
        this TrustHost host, ResolutionId id, string whose, Action<RecordConsentInput>? change = null)
    {
        var input = new RecordConsentInput
        {
            Resolution = id,
            Whose = whose,
            On = host.Trust.Today,
            Note = "A letter",
        };
        change?.Invoke(input);
        return host.Does((RecordConsent o) => o, input);
    }

    /// <summary>Has a rule resolved and puts it into the rule book, unless it is there.</summary>
    public static async Task<Outcome<RuleEntryId>> Adopts(this TrustHost host, string text)
    {
        await host.FoundTrusts();
        var rule = RuleDocument.Parse(text, "rule").Document;
        if (rule is not null && await host.Asks<IRuleBook, RuleDocument?>(b => b.Document(rule.Hash)) is null)
            await host.Passes(ActCodes.RuleAdoption, i => i.Document = text);
        return await host.Does((AdoptRule adopt) => adopt, new AdoptRuleInput { Text = text });
    }
}
