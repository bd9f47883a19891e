using Commonstead.Accounts;
using Commonstead.Ballots;
using Commonstead.Core;
using Commonstead.Members;
using Commonstead.Platform.Operations;

namespace Commonstead.Demonstration;

/// <summary>
/// The demonstration's ballots, one at every stage: declared, to be declared, closed, open, ready and being prepared.
/// The shares of those that are still sealed lie in a file of the data folder, as no real trust's ever should.
/// </summary>
internal sealed class DemoBallots(DemoWork work, DemoPlace place)
{
    private const string SharesFile = "shares-of-ballots.txt";

    private static readonly Role[] _officers = [Role.Steward, Role.Approver, Role.Board];

    private readonly List<string> _shares = [];

    /// <summary>Holds them, up to the first day.</summary>
    public async Task Play()
    {
        var members = await work.Ask((IMembers m) => m.RollOn(place.FirstDay.AddDays(-60)));
        await Declare(await Hold(Election(-70), members, closesOn: -56), -55);
        await Declare(await Hold(Mill(-50), members, closesOn: -36), -35);
        await Hold(Orchard(-20), members, closesOn: -3, unsealOn: -2);
        await ReadPapers(await Hold(Garden(-14), members, closesOn: -1, unsealOn: null, onPaper: 2));
        await Hold(Board(-2), [.. members.Take(members.Count / 3)], closesOn: 12, unsealOn: null);
        work.On(place.FirstDay);
        await TakeShares(await work.Do((DraftBallot o) => o, Solar(2)));
        await work.Do((DraftBallot o) => o, Bylaws(5));
        await File.WriteAllLinesAsync(Path.Combine(work.Trust.Location.Folder, SharesFile), _shares);
    }

    private async Task<BallotId> Hold(
        DraftBallotInput draft, IReadOnlyList<MemberOnRoll> voters, int closesOn, int? unsealOn = null, int onPaper = 0)
    {
        draft.ClosesOn = place.FirstDay.AddDays(closesOn);
        work.On(draft.OpensOn);
        var ballot = await work.Do((DraftBallot o) => o, draft);
        var shares = await TakeShares(ballot);
        await work.Do((OpenBallot o) => o, new OpenBallotInput(ballot));
        for (var i = 0; i < voters.Count; i++)
            if (i % 5 != 3) await Cast(ballot, draft, voters[i], i);
        foreach (var voter in voters.Where((_, i) => i % 5 == 3).Take(onPaper)) await MarkPaper(ballot, voter);
        if (closesOn > 0 || (unsealOn is null && closesOn > -10)) return ballot;
        work.On(place.FirstDay.AddDays(unsealOn ?? closesOn + 1));
        foreach (var (role, share) in shares.Take(2))
            await work.Do((UnsealBox o) => o, new UnsealBoxInput { Ballot = ballot, Share = share }, role);
        return ballot;
    }

    private async Task MarkPaper(BallotId ballot, MemberOnRoll member)
    {
        var entry = (await EntriesOf(ballot, member)).First(e => e.Member == member.Id);
        await work.Do((MarkPaperVoter o) => o, new MarkPaperVoterInput { Ballot = ballot, Entry = entry.Id });
    }

    // Two officers read the first paper alike and the second differently, which waits to be settled.
    private async Task ReadPapers(BallotId ballot)
    {
        work.On(place.FirstDay);
        int?[] yes = [1, null, null];
        int?[] no = [null, 1, null];
        foreach (var again in (int?[][])[yes, no])
        {
            var read = await work.Do((EnterPaper o) => o, new EnterPaperInput { Ballot = ballot, Values = [.. yes] });
            await work.Do((EnterPaper o) => o, new EnterPaperInput
            {
                Ballot = ballot,
                Number = read.Number,
                Values = [.. again],
            }, Role.Board);
        }
    }

    private Task<IReadOnlyList<OwnEntry>> EntriesOf(BallotId ballot, MemberOnRoll member) => work.Ask(
        (BallotRegister r) => r.OwnEntries(ballot), VoterOf(member));

    private static Actor VoterOf(MemberOnRoll member) =>
        new("demo-voter", member.Name, RoleTable.Of([Role.Member]), member.Person.Value);

    private async Task Declare(BallotId ballot, int on)
    {
        work.On(place.FirstDay.AddDays(on));
        var input = new DeclareBallotInput { Ballot = ballot, LotSeed = "dice 3 1 4 (made up)" };
        await work.Do((DeclareBallot o) => o, input);
    }

    private async Task<List<(Role Role, string Share)>> TakeShares(BallotId ballot)
    {
        var shares = new List<(Role Role, string Share)>();
        foreach (var (index, role) in _officers.Index())
        {
            var share = await work.Ask((BoxKeys keys) => Task.FromResult(ShareText.Of(
                keys.ShareOf(work.Trust, ballot, index + 1, 2, _officers.Length))));
            await work.Do((ConfirmShare o) => o, new ConfirmShareInput { Ballot = ballot, Share = share }, role);
            shares.Add((role, share));
            _shares.Add($"/ballots/{ballot} {role}: {share}");
        }

        return shares;
    }

    private async Task Cast(BallotId ballot, DraftBallotInput draft, MemberOnRoll member, int i)
    {
        var entries = await EntriesOf(ballot, member);
        if (entries.FirstOrDefault(e => e.Member == member.Id) is not { } entry) return;
        var cast = await work.Ask((CastPaper c) => c.Run(new CastPaperInput
        {
            Ballot = ballot,
            Entry = entry.Id,
            Values = Marks(draft, i),
        }), VoterOf(member));
        if (!cast.IsDone) throw new InvalidOperationException($"{draft.Title}: {cast.Refusals[0].Code}");
    }

    private static List<int?> Marks(DraftBallotInput draft, int i)
    {
        if (draft.Method is BallotMethod.Resolution)
            return [i % 4 < 3 ? 1 : null, i % 4 == 3 && i % 8 != 7 ? 1 : null, i % 8 == 7 ? 1 : null];
        var choices = draft.Choices!.Split('\n').Length;
        if (draft.Method is BallotMethod.Approval)
            return [.. Enumerable.Range(0, choices).Select(c => c == i % choices || (i + c) % 3 == 0 ? 1 : (int?)null)];
        // Some rank all, some only a few; the first ones of the list are named first more often.
        var order = Enumerable.Range(0, choices)
            .OrderBy(c => ((i + 1) * ((c * 4) + 3) * 7_919 % 101) + (c * 9)).ToList();
        var ranked = 1 + (i % choices);
        return
        [
            .. Enumerable.Range(0, choices).Select(c => order.IndexOf(c) < ranked ? order.IndexOf(c) + 1 : (int?)null),
        ];
    }

    private DraftBallotInput Election(int opens) => Draft(opens, BallotMethod.Scottish,
        "Board election: two seats (made up)", "Two seats for three years. Number the candidates in your order.",
        "Ines Vale\nTomas Moss\nAisha Vale\nJoel Moss\nMina Vale", seats: 2);

    private DraftBallotInput Board(int opens) => Draft(opens, BallotMethod.Meek,
        "Board election: three seats (made up)", "Three seats for three years. Number the candidates in your order.",
        "Caleb Vale\nRuth Moss\nYusuf Vale\nPaula Moss", seats: 3);

    private DraftBallotInput Mill(int opens) => Draft(opens, BallotMethod.Resolution,
        "Shall the trust buy the old mill? (made up)",
        "The mill would become workshops. The purchase needs two thirds of the votes cast.", null);

    private DraftBallotInput Garden(int opens) => Draft(opens, BallotMethod.Resolution,
        "Shall the yard become a garden? (made up)", "The yard behind the houses stands empty.", null);

    private DraftBallotInput Orchard(int opens) => Draft(opens, BallotMethod.Approval,
        "What shall grow in the orchard? (made up)", "Mark everything you would like.",
        "Apples\nPears\nPlums\nHazels");

    private DraftBallotInput Solar(int opens) => Draft(opens, BallotMethod.Resolution,
        "Shall we put solar panels on the workshop? (made up)", "The grant must be asked for this year.", null);

    private DraftBallotInput Bylaws(int opens) => Draft(opens, BallotMethod.Score,
        "How often shall we meet? (made up)", "Give points: 5 for what suits you best.",
        "Every month\nEvery quarter\nTwice a year");

    private DraftBallotInput Draft(
        int opens, BallotMethod method, string title, string question, string? choices, int seats = 1) => new()
        {
            Title = title,
            Question = question,
            Method = method,
            Choices = choices,
            Seats = seats,
            Threshold = Threshold.TwoThirds.ToString(),
            OpensOn = place.FirstDay.AddDays(opens),
            OpensAt = new TimeOnly(8, 0),
            ClosesOn = place.FirstDay.AddDays(opens + 14),
            ClosesAt = new TimeOnly(20, 0),
            Officers = [.. _officers.Select(role => work.Who(role).Key)],
            SharesNeeded = 2,
        };
}
