using System.CommandLine;
using System.Text.Json;
using Commonstead.Ballots;
using Commonstead.Platform.Cli;

namespace Commonstead.Tests.CommandLine;

/// <summary>The command <c>count</c>.</summary>
[Trait("Engine", "none")]
public sealed class CountCommandTests : IDisposable
{
    private static readonly string _coldside =
        Path.Combine(AppContext.BaseDirectory, "fixtures", "elections", "dundee-2022-coldside.blt");

    private readonly string _folder = Directory.CreateTempSubdirectory("commonstead-count-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Text_HasEveryStageAndWhoIsElected()
    {
        var (code, output, _) = Run(_coldside, "--rule", "scottish");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Ward 4 - Coldside", output, StringComparison.Ordinal);
        Assert.Contains("1275.20556", output, StringComparison.Ordinal);
        Assert.Contains("941.78543", output, StringComparison.Ordinal);
        Assert.Contains("Stage 4: Candidate 8", output, StringComparison.Ordinal);
        Assert.Contains("Elected: Candidate 3", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Json_HasTheStagesWithVotesAsText()
    {
        var (_, output, _) = Run(_coldside, "--rule", "scottish", "--json");
        using var json = JsonDocument.Parse(output);
        var report = json.RootElement;
        Assert.Equal("1118.00000", report.GetProperty("quota").GetString());
        Assert.Equal("[3,5,7,9]", Compact(report.GetProperty("elected")));
        var stages = report.GetProperty("stages");
        Assert.Equal(9, stages.GetArrayLength());
        Assert.Equal(3, stages[1].GetProperty("surplus_of").GetInt32());
        Assert.Equal("[5]", Compact(stages[1].GetProperty("elected")));
        Assert.Equal("27.44240", stages[1].GetProperty("non_transferable").GetString());
        Assert.Equal("150.26536", stages[1].GetProperty("votes")[0].GetString());
        Assert.Equal(8, stages[3].GetProperty("excluded").GetInt32());
        Assert.Equal("on", report.GetProperty("rule").GetProperty("options")
            .GetProperty("complete_last_exclusion").GetString());
    }

    [Fact]
    public void ATie_NeedsALotDrawnInPublic()
    {
        var file = Blt("3 1", "1 1 0", "1 2 0", "1 3 0", "0", "Ann", "Ben", "Cem", "Garden");
        var (code, output, errors) = Run(file, "--rule", "irv");
        Assert.Equal(ExitCode.Refused, code);
        Assert.Empty(output);
        Assert.Contains("between Ann, Ben, Cem", errors, StringComparison.Ordinal);
        Assert.Contains("Elected: Cem", Run(file, "--rule", "irv", "--lot", "3,1,2").Output, StringComparison.Ordinal);
        var (_, drawn, _) = Run(file, "--rule", "irv", "--seed", "dice 4 2");
        Assert.Contains("the lot chose", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Seats_AndOptionsCanBeChosen()
    {
        var file = Blt("3 1", "4 1 0", "3 2 0", "1 3 2 0", "1 3 0", "0", "Ann", "Ben", "Cem", "Garden");
        Assert.Contains("Elected: Ann, Ben", Run(file, "--rule", "scottish", "--seats", "2").Output,
            StringComparison.Ordinal);
        var (_, output, _) = Run(
            file, "--rule", "scottish", "--seats", "2", "--option", "complete_last_exclusion=off");
        Assert.Contains("no more are left than seats", output, StringComparison.Ordinal);
    }

    [Fact]
    public void PapersThatWereCut_AreCounted()
    {
        var file = Blt("2 1", "2 1 - 2 0", "1 2 2 0", "4 0", "0", "Ann", "Ben", "Garden");
        var (_, output, _) = Run(file, "--rule", "scottish");
        Assert.Contains("2 papers left a preference out", output, StringComparison.Ordinal);
        Assert.Contains("1 paper named a candidate twice", output, StringComparison.Ordinal);
        Assert.Contains("3 valid papers, 4 not valid", output, StringComparison.Ordinal);
        Assert.Contains("4 papers had no mark (line 4 first)", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("say how to count", "--rule", "borda")]
    [InlineData("counted from the bundle", "--rule", "yes_no")]
    [InlineData("counted from the bundle", "--rule", "score")]
    [InlineData("meek has no choice colour=red", "--rule", "meek", "--option", "colour=red")]
    [InlineData("meek has no choice tolerance=2", "--rule", "meek", "--option", "tolerance=2")]
    [InlineData("is no choice", "--rule", "meek", "--option", "tolerance")]
    [InlineData("name one of them", "--rule", "meek", "--seed", "a", "--lot", "1")]
    [InlineData("each candidate from 1 to 9 once", "--rule", "meek", "--lot", "1,2")]
    [InlineData("each candidate from 1 to 9 once", "--rule", "meek", "--lot", "x")]
    public void WhatIsWrong_IsSaid_AndNoResultIsPrinted(string says, params string[] args)
    {
        var (code, output, errors) = Run([_coldside, .. args]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Theory]
    [InlineData("There is no seat", "scottish", "--seats", "0")]
    [InlineData("fills one seat", "irv", "--seats", "2")]
    [InlineData("No paper has a mark", "scottish")]
    public void WithoutAResult_TheReasonIsSaid(string says, string rule, params string[] args)
    {
        var file = Blt("3 1", "3 0", "0", "Ann", "Ben", "Cem", "Garden");
        var (code, _, errors) = Run([file, "--rule", rule, .. args]);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutCandidates_TheReasonIsSaid()
    {
        var (code, _, errors) = Run(Blt("1 1", "-1", "3 1 0", "0", "Ann", "Garden"), "--rule", "meek");
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("Nobody stands", errors, StringComparison.Ordinal);
    }

    private static string Compact(JsonElement json) => json.GetRawText()
        .Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private string Blt(params string[] lines)
    {
        var path = Path.Combine(_folder, "papers.blt");
        File.WriteAllLines(path, lines);
        return path;
    }

    private static (int Code, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var program = new RootCommand { CountCommand.Make() };
        var code = Commonstead.Platform.Cli.CommandLine.Run(program, ["count", .. args], output, errors).Result;
        return (code, output.ToString(), errors.ToString());
    }
}
