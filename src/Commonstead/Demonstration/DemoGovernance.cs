using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.Land;
using Commonstead.Pricing;

namespace Commonstead.Demonstration;

/// <summary>The demonstration's bylaws and what was resolved under them. Its votes are made up.</summary>
internal sealed class DemoGovernance(DemoWork work, DemoPlace place)
{
    /// <summary>Puts the bylaws in force that the trust was founded with.</summary>
    public async Task Begin()
    {
        var id = await work.Do((DraftBylaws o) => o, new DraftBylawsInput());
        await work.Do((PutBylawsInForce o) => o, new PutBylawsInForceInput
        {
            Bylaws = id,
            Version = 1,
            From = work.Today,
        });
    }

    /// <summary>Has a resale rule resolved, and puts it into the rule book.</summary>
    public async Task Adopt(string text)
    {
        var title = RuleDocument.Parse(text, "rule").Document!.Title;
        await Pass(new ProposeResolutionInput
        {
            Act = ActCodes.RuleAdoption,
            Title = title,
            Text = "That the trust offers leases under this rule. (made up)",
            Document = text,
        });
        await work.Do((AdoptRule o) => o, new AdoptRuleInput { Text = text });
    }

    /// <summary>What was and is being resolved, up to the first day.</summary>
    public async Task Play()
    {
        work.On(place.FirstDay.AddDays(-200));
        await Pass(new ProposeResolutionInput
        {
            Act = ActCodes.Borrowing,
            Title = "A loan for the workshop (made up)",
            Text = "That the trust borrows for the workshop, over ten years.",
            Amount = Money.Of(150_000, place.Currency),
        });
        work.On(place.FirstDay.AddDays(-12));
        var strip = await work.Do((ProposeResolution o) => o, new ProposeResolutionInput
        {
            Act = ActCodes.LandDisposal,
            Title = "The strip along the road (made up)",
            Text = "That the strip may go to the city for a footpath.",
            On = work.Today,
            Parcel = (await work.Ask((ILand land) => land.HeldParcels(1))).Keys.First(),
        });
        work.On(place.FirstDay.AddDays(-3));
        var asked = await work.Ask((ResolutionRegister r) => r.Standing(strip));
        await work.Do((RecordDecision o) => o, Vote(strip, asked!.Rule.Bodies[0].Body), Role.Board);
        // Nobody has voted on this one, so that it can be put to a ballot.
        await work.Do((ProposeResolution o) => o, new ProposeResolutionInput
        {
            Act = ActCodes.Ordinary,
            Title = "A shared car for the quarter (made up)",
            Text = "That the trust keeps a car that members share.",
            On = work.Today,
        });
        work.On(place.FirstDay);
        var draft = await work.Do((DraftBylaws o) => o, new DraftBylawsInput());
        await work.Do((SetAct o) => o, new SetActInput
        {
            Bylaws = draft,
            Version = 1,
            Name = "Buying land (made up)",
            Bodies =
            [
                new BodyInput { Body = BodyCodes.Members, Share = Threshold.Majority.ToString(), NoticeDays = 14 },
            ],
        });
    }

    private async Task Pass(ProposeResolutionInput input)
    {
        input.On = work.Today;
        var id = await work.Do((ProposeResolution o) => o, input);
        var asked = (await work.Ask((ResolutionRegister r) => r.Standing(id)))!;
        foreach (var body in asked.Rule.Bodies)
            await work.Do((RecordDecision o) => o, Vote(id, body.Body));
        foreach (var whose in asked.Rule.Consents)
        {
            await work.Do((RecordConsent o) => o, new RecordConsentInput
            {
                Resolution = id,
                Whose = whose,
                On = work.Today,
                Note = "A letter (made up)",
            });
        }

        var recorded = (await work.Ask((ResolutionRegister r) => r.Standing(id)))!.Resolution.Decisions;
        foreach (var decision in recorded.Where(d => d.WaitsForConfirmation))
        {
            await work.Do((ConfirmDecision o) => o, new ConfirmDecisionInput
            {
                Resolution = id,
                Decision = decision.Id,
                IsRight = true,
            }, Role.Board);
        }
    }

    private RecordDecisionInput Vote(ResolutionId resolution, string body) => new()
    {
        Resolution = resolution,
        Body = body,
        On = work.Today,
        NoticeOn = work.Today.AddDays(-30),
        For = body == BodyCodes.Board ? 8 : 41,
        Against = body == BodyCodes.Board ? 0 : 6,
        Abstain = 1,
        Entitled = body == BodyCodes.Board ? 9 : 120,
        EachClass = true,
        Note = "Minutes of the day (made up)",
    };
}
