using System.CommandLine;
using System.Globalization;
using Commonstead.Core;
using Commonstead.Lab;
using Commonstead.Platform.Cli;

namespace Commonstead.Tests.CommandLine;

/// <summary>The lab on the command line: studies from files, printed with what they rest on, computed again.</summary>
[Trait("Engine", "none")]
public sealed class LabCommandTests
{
    private static readonly string[] _boston =
    [
        "--area", "us:metro:boston", "--figures", Fixture, "--home-value", "650000 in 2024", "--proxy",
        "incomes=CPI + 0.5 %", "--proxy", "mortgage=6.5 %",
    ];

    private static string Fixture => Path.Combine(AppContext.BaseDirectory, "fixtures", "lab", "boston.csv");

    [Fact]
    public async Task ABacktest_SaysWhatItRestsOn()
    {
        var (code, text, _) = await Run(
            ["lab", "backtest", "--rules", "us/cpi-index", "us/appraisal-share", "--from", "1987", .. _boston]);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("incomes: hud.ami of us:metro:boston (proxy: CPI + 0.5 %)", text, StringComparison.Ordinal);
        Assert.Contains("mortgage rate 6.5 % (declared), 30-year loan, 5 % deposit", text, StringComparison.Ordinal);
        Assert.Contains("Bought in 1987", text, StringComparison.Ordinal);
        Assert.Contains("  2024     650,000", text, StringComparison.Ordinal);
        Assert.Contains("in 1987; what a seller takes home", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABacktest_SaysWhyARuleNamesNoPrice_AndTheMiddleThatThePageShows()
    {
        var rule = Path.Combine(Directory.CreateTempSubdirectory("lab-").FullName, "short.md");
        await File.WriteAllTextAsync(rule, """
            # At most five years

            Written for tests.

            ```rule
            language 1
            currency USD
            given purchase_price money "price paid at purchase"
            given purchase_date date "date of purchase"
            given sale_date date "date of sale"
            require whole_years(purchase_date, sale_date) <= 5 else "the owner stayed longer"
            maximum_price = round(purchase_price, down to 1)
            ```
            """);
        string[] study = ["--rules", rule, "--from", "2015", .. _boston];
        var (code, text, _) = await Run(["lab", "backtest", .. study]);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("“At most five years” names no price in 2021 to 2024: the owner stayed longer.", text,
            StringComparison.Ordinal);
        var (_, json, _) = await Run(["lab", "backtest", .. study, "--json"]);
        var shown = Assert.Single(new BacktestView(LabFile.Read(json).ResultAs<BacktestResult>(), null).Rules);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"  {shown.UsualReturn:P1}  "), text, StringComparison.Ordinal);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"  {shown.Retained:P1} retained  {shown.Refused} without"),
            text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotTold_IsAsOnThePage()
    {
        var (_, json, _) = await Run(
            ["lab", "futures", "--rules", "us/cpi-index", "--paths", "100", "--json", .. _boston]);
        var (study, page) = (LabFile.Read(json).Futures!, new FuturesQuestion());
        Assert.Equal(page.Household, study.Household);
        Assert.Equal(page.Seller, study.Seller);
        Assert.Equal(new HouseholdSetting(), page.Household);
        Assert.Equal(new SellerSetting(), page.Seller);
        Assert.Equal(
            (page.Seed, page.Years, page.BlockYears, page.Stay),
            (study.Seed, study.Years, study.BlockYears, study.Stay.Words));
    }

    [Fact]
    public async Task APreset_IsFoundInTheSeries()
    {
        var (code, text, _) = await Run(
            ["lab", "backtest", "--rules", "us/fixed-simple-years", "--preset", "crash", .. _boston]);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("from 2006 to 2012", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backtest", "--from", "2006")]
    [InlineData("futures", "--paths", "300")]
    public async Task AStudy_IsAFileThatComesOutTheSame(string kind, string option, string value)
    {
        var (code, json, _) = await Run(
            ["lab", kind, "--rules", "us/cpi-index", "--rules", "us/ami-index", option, value, "--json", .. _boston]);
        Assert.Equal(ExitCode.Done, code);
        var file = LabFile.Read(json);
        Assert.Equal(LabFile.CurrentFormat, file.Format);
        var path = Path.Combine(Directory.CreateTempSubdirectory("lab-").FullName, "study.json");
        await File.WriteAllTextAsync(path, json);

        // Nothing but the file: no figures, no rule, no record.
        var (again, repeated, said) = await Run(["lab", "run", path, "--json"]);
        Assert.Equal(ExitCode.Done, again);
        Assert.Equal(json, repeated);
        Assert.Contains("figure for figure", said, StringComparison.Ordinal);

        await File.WriteAllTextAsync(path, Tampered(json));
        var (broken, _, differs) = await Run(["lab", "run", path, "--json"]);
        Assert.Equal(ExitCode.Broken, broken);
        Assert.Contains("DIFFERS", differs, StringComparison.Ordinal);
        Assert.Contains("\"EUR\", and \"USD\" when computed again", differs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Futures_AreShownByYear()
    {
        var (code, text, _) = await Run(
        [
            "lab", "futures", "--rules", "us/lesser-of-cpi-and-ami-with-collar", "--years", "99", "--paths", "500",
            "--seed", "7", "--stay", "3 to 12 years", .. _boston,
        ]);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Owners stay: 3 to 12 years", text, StringComparison.Ordinal);
        Assert.Contains("99 years ahead are drawn from 37 years of the past", text, StringComparison.Ordinal);
        Assert.Contains("sales; yearly return 5 to 95 %", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Movements_TakeThePlaceOfHistory()
    {
        var (code, text, _) = await Run(
        [
            "lab", "futures", "--rules", "us/cpi-index", "--paths", "500", "--growth", "4,3,2,6",
            "--volatility", "8,2,1,1", "--correlations", "0.5,0,0,0.3,0,0.4", .. _boston,
        ]);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("the user's own", text.Replace('’', '\''), StringComparison.Ordinal);
        var (refused, _, why) = await Run(
        [
            "lab", "futures", "--rules", "us/cpi-index", "--growth", "4,3,2,6", "--volatility", "8,2,1,1",
            "--correlations", "0.9,-0.9,0,0.9,0,0", .. _boston,
        ]);
        Assert.Equal(ExitCode.Refused, refused);
        Assert.Contains("not a correlation matrix", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.Refused, "us.cpi-w", "--rules", "us/lesser-of-rate-and-cpi")]
    [InlineData(ExitCode.Refused, "bedrooms", "--rules", "us/affordable-housing-cost")]
    [InlineData(ExitCode.Refused, "1987 to 2024", "--rules", "us/cpi-index", "--from", "1970")]
    [InlineData(ExitCode.BadInput, "--proxy", "--rules", "us/cpi-index", "--proxy", "cpi=about 3")]
    [InlineData(ExitCode.BadInput, "--given", "--rules", "us/cpi-index", "--given", "rooms=2")]
    [InlineData(ExitCode.Refused, "high-inflation (1987", "--rules", "us/cpi-index", "--preset", "falling-incomes")]
    [InlineData(ExitCode.NotFound, "no rule document", "--rules", "us/none")]
    [InlineData(ExitCode.BadInput, "--preset is one of crash, high-inflation, falling-incomes, not “nonsense”.",
        "--rules", "us/cpi-index", "--preset", "nonsense")]
    [InlineData(ExitCode.BadInput, "--from is a whole number, not “abc”.", "--rules", "us/cpi-index", "--from", "abc")]
    [InlineData(ExitCode.BadInput, "--deposit is a number such as 2.5, not “much”.",
        "--rules", "us/cpi-index", "--deposit", "much")]
    [InlineData(ExitCode.BadInput, "--market: “boston” is no area's code; write one such as us:metro:boston",
        "--rules", "us/cpi-index", "--market", "us.case-shiller@boston")]
    public async Task WhatIsWrong_IsSaid(int expected, string says, params string[] options)
    {
        var (code, _, errors) = await Run(["lab", "backtest", .. options, .. _boston]);
        Assert.Equal(expected, code);
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--paths is a whole number of at most 2147483647, not “99999999999”.", "--paths", "99999999999")]
    [InlineData("--seed is a whole number of at least 0, not “-1”.", "--seed", "-1")]
    [InlineData("--paths is a whole number, not “2.5”.", "--paths", "2.5")]
    public async Task ANumberThatCannotBe_IsSaidPlainly(string says, params string[] options)
    {
        var (code, _, errors) = await Run(["lab", "futures", "--rules", "us/cpi-index", .. options, .. _boston]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Equal(says, errors.Split('\n')[0].Trim());
    }

    [Fact]
    public async Task AnAreaWithoutACode_IsSaid()
    {
        var (code, _, errors) = await Run(
            ["lab", "backtest", "--rules", "us/cpi-index", "--area", "boston", "--figures", Fixture]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("--area: “boston” is no area's code", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", ExitCode.Interrupted)]
    [InlineData("TERM", ExitCode.Terminated)]
    public async Task ASignal_StopsIt_AndSaysSoByItsCode(string signal, int code)
    {
        using var process = ProgramProcess.Start(
        [
            "lab", "futures", "--rules", "us/cpi-index", "us/ami-index", "us/appraisal-share",
            "us/lesser-of-cpi-and-ami-with-collar", "--years", "99", "--paths", "1000000", .. _boston,
        ]);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(
            "Drawn", await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(code, process.ExitCode);
        Assert.EndsWith("Stopped.", errors.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(await output);
    }

    [Fact]
    public async Task AStudy_NeedsFigures_AndAFileAStudy()
    {
        var (code, _, errors) = await Run(
            ["lab", "backtest", "--rules", "us/cpi-index", "--area", "us:metro:boston"]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("--data FOLDER", errors, StringComparison.Ordinal);
        (code, _, errors) = await Run(["lab", "run", Fixture]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("no study of the lab", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"figures\": [", "\"figures\": null, \"x\": [", "figures")]
    [InlineData("\"household\": {", "\"household\": null, \"x\": {", "household")]
    [InlineData("\"text\": \"# ", "\"text\": \"# Our ", "was changed")]
    [InlineData("\"seed\": 7", "\"seed\": \"one\"", "seed")]
    public async Task AStudyFileThatWasBroken_IsRefused(string text, string broken, string says)
    {
        var (_, json, _) = await Run(
            ["lab", "futures", "--rules", "us/cpi-index", "--paths", "50", "--json", .. _boston]);
        var path = Path.Combine(Directory.CreateTempSubdirectory("lab-").FullName, "study.json");
        Assert.Contains(text, json, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, json.Replace(text, broken, StringComparison.Ordinal));
        var (code, output, errors) = await Run(["lab", "run", path]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Empty(output);
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    // A figure of the result that nothing else in the file repeats.
    private static string Tampered(string json)
    {
        var result = json.IndexOf("\"result\"", StringComparison.Ordinal);
        return json[..result] + json[result..].Replace(
            "\"currency\": \"USD\"", "\"currency\": \"EUR\"", StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> Run(string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var program = new RootCommand { LabCommand.Make() };
        var code = await Commonstead.Platform.Cli.CommandLine.Run(program, args, output, errors);
        return (code, output.ToString().TrimEnd('\r', '\n'), errors.ToString());
    }
}
