using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Commonstead.Platform.Cli;
using Commonstead.Pricing;

namespace Commonstead.Tests.CommandLine;

/// <summary>The commands <c>price</c> and <c>rules</c>, as a process and within one.</summary>
[Trait("Engine", "none")]
public sealed class PriceCommandTests : IDisposable
{
    private static readonly string[] _share =
    [
        "price", "us/appraisal-share", "--given", "purchase_price=160000", "--given", "appraisal_at_purchase=200000",
        "--given", "appraisal_at_sale=260000",
    ];

    private static readonly string[] _collar =
    [
        "price", "us/lesser-of-cpi-and-ami-with-collar", "--given", "purchase_price=200000", "--given",
        "purchase_date=2024-06-01", "--as-of", "2025-09-15", "--given", "home_area=us:county:08013",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("commonstead-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task TheProgram_PrintsThePriceWithItsSteps_AndEndsWithItsExitCode()
    {
        var (code, output, _) = await Start(_share);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Maximum price USD 175,000.00", output, StringComparison.Ordinal);
        Assert.Contains("= 260,000.00 − 200,000.00", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.Equal(ExitCode.BadInput, (await Start(_share[..4])).Code);
    }

    [Fact]
    public async Task WithoutADay_TheSaleIsToday()
    {
        var (code, _, errors) = await Run(["price", "us/cpi-index"]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("purchase_date is missing", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("sale_date is missing", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_HasThePriceAsText_AndChecksItself()
    {
        var (code, output, _) = await Run([.. _share, "--as-of", "2026-06-01", "--known-by", "2026-06-01", "--json"]);
        Assert.Equal(ExitCode.Done, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("175000.00", json.RootElement.GetProperty("maximum_price").GetString());
        Assert.Equal("2026-06-01", json.RootElement.GetProperty("as_of").GetString());
        Assert.Equal("2026-06-01", json.RootElement.GetProperty("known_by").GetString());
        Assert.Equal(64, json.RootElement.GetProperty("rule_hash").GetString()!.Length);
        Assert.Equal(5, json.RootElement.GetProperty("steps").GetArrayLength());
        Assert.Equal(6, json.RootElement.GetProperty("givens").GetArrayLength());
        var file = Write("price.json", output);
        var (agrees, words, _) = await Run(["price", "--determination", file]);
        Assert.Equal(ExitCode.Done, agrees);
        Assert.Contains("comes out the same", words, StringComparison.Ordinal);
        File.WriteAllText(file, output.Replace("\"175000.00\"", "\"176000.00\"", StringComparison.Ordinal));
        var (differs, faults, _) = await Run(["price", "--determination", file]);
        Assert.Equal(ExitCode.Broken, differs);
        Assert.Contains("comes out as USD 175000.00", faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.BadInput, "does not ask for kitchen", "--given", "kitchen=1")]
    [InlineData(ExitCode.BadInput, "purchase_price is given twice", "--given", "purchase_price=1")]
    [InlineData(ExitCode.BadInput, "not a fact", "--given", "=1")]
    [InlineData(ExitCode.BadInput, "not understood", "--given", "owner_share=lots")]
    [InlineData(ExitCode.BadInput, "not a day that exists", "--as-of", "2026-02-30")]
    [InlineData(ExitCode.BadInput, "today at the latest", "--known-by", "9000-01-01")]
    [InlineData(ExitCode.NotFound, "There is no file", "--figures", "nowhere.csv")]
    [InlineData(ExitCode.NotFound, "There is no trust in", "--data", "nowhere")]
    [InlineData(ExitCode.BadInput, "goes together with --data", "--database", "Host=nowhere")]
    public async Task WhatIsWrong_IsSaid_AndNoPriceIsPrinted(int expected, string says, params string[] extra)
    {
        var (code, output, errors) = await Run([.. _share, .. extra]);
        Assert.Equal(expected, code);
        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task MissingFacts_AreAllNamed_WithWhatIsExpected()
    {
        var (code, _, errors) = await Run(["price", "us/appraisal-share"]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("purchase_price is missing", errors, StringComparison.Ordinal);
        Assert.Contains("appraisal_at_sale is missing", errors, StringComparison.Ordinal);
        Assert.Contains("an amount such as 160000", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARuleThatStops_NamesFileLineAndColumn()
    {
        var rule = Write("rule.md", """
            # Division
            ```rule
            language 1
            currency USD
            given a money
            given b money
            maximum_price = round(a * (a / b), down to 1)
            ```
            """);
        var (code, output, errors) = await Run(["price", rule, "--given", "a=1", "--given", "b=0"]);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("rule.md:7:", errors, StringComparison.Ordinal);
        Assert.Empty(output);
        const string most = "a=9999999999999";
        Assert.Equal(ExitCode.Refused, (await Run(["price", rule, "--given", most, "--given", "b=0.01"])).Code);
    }

    [Fact]
    public async Task PublishedFigures_ComeFromAFile_AndAMissingOneStops()
    {
        var figures = Path.Combine(AppContext.BaseDirectory, "fixtures", "prices", "boulder-figures.csv");
        var (code, output, _) = await Run([.. _collar, "--figures", figures]);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("cpi  2024-06", output, StringComparison.Ordinal);
        Assert.Contains("not stated", output, StringComparison.Ordinal);
        var (missing, _, errors) = await Run(_collar);
        Assert.Equal(ExitCode.Refused, missing);
        Assert.Contains("us.cpi-u", errors, StringComparison.Ordinal);
        Assert.Contains("Add --data FOLDER", errors, StringComparison.Ordinal);
        var (undated, _, words) = await Run([.. _collar, "--figures", figures, "--known-by", "2025-09-15"]);
        Assert.Equal(ExitCode.BadInput, undated);
        Assert.Contains("=YYYY-MM-DD", words, StringComparison.Ordinal);
        string[] late = [.. _collar, "--known-by", "2025-09-15", "--figures", figures + "=2025-09-16"];
        Assert.Equal(ExitCode.Refused, (await Run(late)).Code);
        string[] dated = [.. _collar, "--known-by", "2025-09-15", "--figures", figures + "=2025-09-15"];
        Assert.Equal(ExitCode.Done, (await Run(dated)).Code);
    }

    [Fact]
    public async Task Rules_AreFoundByName_OrTheChoicesAreSaid()
    {
        var (several, _, which) = await Run(["price", "appraisal-share"]);
        Assert.Equal(ExitCode.BadInput, several);
        Assert.Contains("us/appraisal-share", which, StringComparison.Ordinal);
        var (none, _, shipped) = await Run(["price", "no-such-rule"]);
        Assert.Equal(ExitCode.NotFound, none);
        Assert.Contains("us/cpi-index", shipped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RulesTest_RunsTheShippedExamples_AndSaysWhichFail()
    {
        var (code, output, _) = await Run(["rules", "test"]);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("examples agree, 0 do not.", output, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(RuleFiles.Find("us/cpi-index"));
        var broken = Write("broken.md", text.Replace("maximum_price => ", "maximum_price => 1",
            StringComparison.Ordinal));
        var (fails, says, _) = await Run(["rules", "test", broken]);
        Assert.Equal(ExitCode.Broken, fails);
        Assert.Contains("broken.md:", says, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Broken, (await Run(["rules", "test", _folder])).Code);
    }

    [Fact]
    public async Task RulesCheck_NamesFileLineAndColumn()
    {
        var (code, output, _) = await Run(["rules", "check", "us/cpi-index"]);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("a sound rule", output, StringComparison.Ordinal);
        var wrong = Write("wrong.md", "# Wrong\n```rule\nlanguage 1\ncurrency USD\nmaximum_price = 1 +\n```\n");
        var (bad, says, _) = await Run(["rules", "check", wrong]);
        Assert.Equal(ExitCode.BadInput, bad);
        Assert.Matches(@"wrong\.md:\d+:\d+: ", says);
        var bytes = Path.Combine(_folder, "bytes.md");
        File.WriteAllBytes(bytes, [0x23, 0x20, 0xff, 0xfe]);
        Assert.Equal(ExitCode.BadInput, (await Run(["rules", "check", bytes])).Code);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Code, string Output, string Errors)> Run(string[] args)
    {
        var program = new RootCommand { PriceCommand.Make(), RulesCommand.Make() };
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await Commonstead.Platform.Cli.CommandLine.Run(program, args, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private static async Task<(int Code, string Output, string Errors)> Start(string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(typeof(PriceCommand).Assembly.Location);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
