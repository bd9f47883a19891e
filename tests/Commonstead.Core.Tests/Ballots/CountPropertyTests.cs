using FsCheck;
using FsCheck.Fluent;

namespace Commonstead.Core.Tests;

/// <summary>What holds for every election.</summary>
public class CountPropertyTests
{
    private static readonly Arbitrary<Election> _elections = (
        from candidates in Gen.Choose(1, 7)
        from seats in Gen.Choose(1, 4)
        from papers in Gen.Choose(1, 40)
        from rankings in Gen.ArrayOf(
            from order in Gen.Shuffle(Enumerable.Range(0, candidates).ToArray())
            from length in Gen.Choose(0, candidates)
            from copies in Gen.Choose(1, 9)
            select (Marks: order.Take(length).Select(c => (ushort)c).ToArray(), Copies: copies),
            papers)
        select new Election(candidates, seats, rankings)).ToArbitrary();

    public static TheoryData<string> Codes => new("scottish", "meek", "irv");

    [Theory]
    [MemberData(nameof(Codes))]
    public void Votes_AreConservedAtEveryStage(string code) => Check(code, (rule, election) =>
    {
        var count = rule.Run(election.Contest(), election.Lot);
        Assert.All(count.Stages, stage =>
        {
            Assert.Equal(count.ValidPapers, stage.Votes.Sum() + stage.NonTransferable);
            Assert.All(stage.Votes, votes => Assert.True(votes >= 0));
            Assert.True(stage.NonTransferable >= 0);
        });
    });

    [Theory]
    [MemberData(nameof(Codes))]
    public void Seats_AreFilledOnceEachAsFarAsCandidatesReach(string code) => Check(code, (rule, election) =>
    {
        var elected = rule.Run(election.Contest(), election.Lot).Elected.ToList();
        Assert.Equal(Math.Min(election.Seats, election.Candidates), elected.Count);
        Assert.Equal(elected.Count, elected.Distinct().Count());
    });

    [Theory]
    [MemberData(nameof(Codes))]
    public void Order_OfPapersNeverMatters(string code) => Check(code, (rule, election) =>
    {
        var other = election with { Papers = [.. election.Papers.Reverse()] };
        AssertSame(rule.Run(election.Contest(), election.Lot), rule.Run(other.Contest(), election.Lot));
    });

    [Theory]
    [MemberData(nameof(Codes))]
    public void Packing_EqualPapersNeverMatters(string code) => Check(code, (rule, election) =>
    {
        var single = election.Papers.SelectMany(p => Enumerable.Repeat((p.Marks, Copies: 1), p.Copies));
        AssertSame(
            rule.Run(election.Contest(), election.Lot),
            rule.Run((election with { Papers = [.. single] }).Contest(), election.Lot));
    });

    [Theory]
    [MemberData(nameof(Codes))]
    public void Papers_WithoutAMarkChangeNothing(string code) => Check(code, (rule, election) =>
    {
        var unmarked = election.Papers.Append((Marks: [], Copies: 3));
        AssertSame(
            rule.Run(election.Contest(), election.Lot),
            rule.Run((election with { Papers = [.. unmarked] }).Contest(), election.Lot));
    });

    // Meek's quota counts what is exhausted, so that even this preference can move it.
    [Theory]
    [InlineData("scottish")]
    [InlineData("irv")]
    public void Preference_BelowAllOthersChangesNobodysElection(string code) => Check(code, (rule, election) =>
    {
        var longer = election.Papers.Select(p => p.Marks.Length == election.Candidates - 1
            ? (Marks: [.. p.Marks, .. Missing(p.Marks, election.Candidates)], p.Copies)
            : p);
        Assert.Equal(
            rule.Run(election.Contest(), election.Lot).Elected.Order(),
            rule.Run((election with { Papers = [.. longer] }).Contest(), election.Lot).Elected.Order());
    });

    [Fact]
    public void OneSeat_ScottishAndInstantRunoffElectTheSame() => Check("scottish", (rule, election) =>
    {
        var one = election with { Seats = 1 };
        Assert.Equal(
            rule.Run(one.Contest(), one.Lot).Winners(), new InstantRunoff().Run(one.Contest(), one.Lot).Winners());
    });

    [Fact]
    public void Blt_ReadsWhatItWrote() => Prop.ForAll(_elections, election =>
    {
        var contest = election.Contest() with
        {
            Title = "A \"quoted\" title \\ with # and more",
            Candidates =
            [
                .. Enumerable.Range(0, election.Candidates)
                    .Select(c => new Candidate($"Name {c} \"Party, {c}\"", c % 3 == 2)),
            ],
        };
        var read = Count.Read(BltFile.Write(contest)).Contest;
        Assert.Equal(contest.Title, read.Title);
        Assert.Equal(contest.Seats, read.Seats);
        Assert.Equal(contest.Candidates, read.Candidates);
        Assert.Equal(BltFile.Write(contest), BltFile.Write(read));
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<ushort> Missing(ushort[] marks, int candidates) =>
        Enumerable.Range(0, candidates).Select(c => (ushort)c).Except(marks);

    private static void Check(string code, Action<CountingRule, Election> property)
    {
        var rule = CountingRule.Find(code)!;
        Prop.ForAll(_elections, election =>
        {
            if (rule is InstantRunoff) election = election with { Seats = 1 };
            // Without a single mark there is no result, which another test looks at.
            if (election.Papers.Any(p => p.Marks.Length > 0)) property(rule, election);
        }).QuickCheckThrowOnFailure();
    }

    private static void AssertSame(CountTranscript left, CountTranscript right)
    {
        Assert.Equal(left.ValidPapers, right.ValidPapers);
        Assert.Equal(left.Stages.Count, right.Stages.Count);
        foreach (var (one, other) in left.Stages.Zip(right.Stages))
        {
            Assert.Equal((one.Kind, one.Of, one.Quota), (other.Kind, other.Of, other.Quota));
            Assert.Equal(one.Votes, other.Votes);
            Assert.Equal(one.Elected, other.Elected);
        }
    }

    private sealed record Election(int Candidates, int Seats, (ushort[] Marks, int Copies)[] Papers)
    {
        public Lot Lot => Lot.FromSeed("test", Candidates);

        public Contest Contest()
        {
            var builder = new PaperSet.Builder();
            foreach (var (marks, copies) in Papers) builder.Add(marks, copies);
            return new Contest(
                "Test",
                Seats,
                [.. Enumerable.Range(0, Candidates).Select(c => new Candidate($"{c}"))],
                builder.Build());
        }
    }
}
