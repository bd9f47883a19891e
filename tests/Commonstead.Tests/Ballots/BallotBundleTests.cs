using System.CommandLine;
using Commonstead.Ballots;
using Commonstead.Platform.Cli;

namespace Commonstead.Tests.Ballots;

/// <summary>Whatever is changed in a published bundle is found and named from the bundle alone.</summary>
public sealed class BallotBundleTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task AnythingChanged_IsFoundAndNamed()
    {
        var ballot = await BallotCase.Opened(host, voters: 3);
        foreach (var voter in ballot.Voters) await ballot.Casts(voter, 1, null, null);
        await ballot.ClosesAndUnseals();
        await ballot.Declares();
        var sound = await ballot.Bundle();
        Assert.Empty(BallotBundle.Read(sound.ToJson()).Check(out _));

        var first = sound.Papers[0];
        Assert.Contains($"The paper with receipt {first.Receipt} was altered.", Faults(sound with
        {
            Papers = [first with { Marks = [2] }, .. sound.Papers.Skip(1)],
        }));
        var forged = PublishedPaper.Of(sound.Ballot, first.Receipt, [2]);
        Assert.Contains("another result than the one stated, from stage 1", Faults(sound with
        {
            Papers = [forged, .. sound.Papers.Skip(1)],
        }));
        Assert.Contains($"Receipt {first.Receipt} stands twice.", Faults(sound with
        {
            Papers = [first, .. sound.Papers],
        }));
        Assert.Contains("There are 4 papers, but only 3 took part.", Faults(sound with
        {
            Papers = [.. sound.Papers, PublishedPaper.Of(sound.Ballot, "ffffffffffffffffffff", [1])],
        }));
        Assert.Contains("3 took part, but only 2 stood on the roll.", Faults(sound with { RollSize = 2 }));
        Assert.Contains("marks what is no choice", Faults(sound with
        {
            Papers = [PublishedPaper.Of(sound.Ballot, first.Receipt, [7]), .. sound.Papers.Skip(1)],
        }));
        Assert.Contains("The signature does not fit", Faults(sound with { Question = "Another question" }));
        Assert.Contains("The form “other” is not known", Faults(sound with { Format = "other" }));
        Assert.Contains("another result", Faults(sound with
        {
            Result = sound.Result with { Elected = [2] },
        }));
        Assert.Contains("The rule is not known: borda", Faults(sound with
        {
            Result = sound.Result with { Rule = sound.Result.Rule with { Name = "borda" } },
        }));
    }

    [Fact]
    public async Task TheCommand_CountsABundleAgain()
    {
        var ballot = await BallotCase.Opened(host, voters: 3);
        foreach (var voter in ballot.Voters) await ballot.Casts(voter, 1, null, null);
        await ballot.ClosesAndUnseals();
        await ballot.Declares();
        var bundle = await ballot.Bundle();
        var file = Path.Combine(host.Trust.Location.Folder, "bundle.json");
        await File.WriteAllTextAsync(file, bundle.ToJson(), TestContext.Current.CancellationToken);
        var (code, output, _) = await Count(file);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("the papers give the result stated", output, StringComparison.Ordinal);
        Assert.Contains("Elected: Yes", output, StringComparison.Ordinal);
        Assert.Contains("\"elected\"", (await Count(file, "--json")).Output, StringComparison.Ordinal);
        var refused = await Count(file, "--rule", "meek");
        Assert.Equal(ExitCode.BadInput, refused.Code);
        Assert.Contains("brings its own rule", refused.Errors, StringComparison.Ordinal);

        var receipt = bundle.Papers[0].Receipt;
        var text = bundle.ToJson().Replace(receipt, new string('0', receipt.Length), StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        var broken = await Count(file);
        Assert.Equal(ExitCode.Broken, broken.Code);
        Assert.Contains("was altered", broken.Output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> Count(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await Commonstead.Platform.Cli.CommandLine.Run(
            new RootCommand { CountCommand.Make() }, ["count", .. args], output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private static string Faults(BallotBundle bundle) => string.Join('\n', bundle.Check(out _));
}
