using Commonstead.Core;
using Commonstead.Platform.Trusts;
using Commonstead.Pricing;

namespace Commonstead.Tests.Pricing;

/// <summary>A frozen price computes again from its own file, and whatever is changed in the file is found.</summary>
public sealed class DeterminationFileTests : IDisposable
{
    private readonly string _key = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public static TheoryData<string> Rules =>
        new(RuleBook.Shipped().Select(f => Path.GetRelativePath(AppContext.BaseDirectory, f)));

    public void Dispose() => File.Delete(_key);

    [Theory]
    [MemberData(nameof(Rules))]
    public void EveryExampleOfEveryShippedRule_ComesOutTheSameFromItsFile(string path)
    {
        var rule = Read(path);
        foreach (var example in rule.Examples)
        {
            if (rule.Evaluate(example.Inputs).Result is not { } result) continue;
            var file = DeterminationFile.Of(new Worked(rule, result, example.Inputs.AsOf, example.Inputs.KnownBy),
                "L-1");
            var json = file.ToJson();
            var back = DeterminationFile.FromJson(json);
            Assert.Equal(json, back.ToJson());
            Assert.Empty(back.Recompute());
            Assert.Empty(back.ForEverybody().Recompute());
        }
    }

    [Fact]
    public void AnyByteChangedInASignedFile_IsFound()
    {
        var json = Signed();
        Assert.Empty(SignedDetermination.Check(json).Faults);
        const int seed = 20260601;
        var random = new Random(seed);
        for (var i = 0; i < 400; i++)
        {
            var at = random.Next(json.Length);
            var other = (char)random.Next(' ', '~');
            if (other == json[at]) continue;
            var changed = json[..at] + other + json[(at + 1)..];
            Assert.False(SignedDetermination.Check(changed).Agrees, $"byte {at}: “{json[at]}” became “{other}”");
        }
    }

    [Fact]
    public void AFileOfAnythingElse_IsRefusedInWords()
    {
        string[] texts = ["", "null", "[]", "{}", "{\"signature\":1}", "{\"format\":\"x\"}", new string('[', 100_000)];
        foreach (var text in texts) Assert.NotEmpty(SignedDetermination.Check(text).Faults);
    }

    [Fact]
    public void AChangedStep_IsNamed()
    {
        var file = DeterminationFile.FromJson(Content());
        var steps = file.Steps.ToList();
        steps[0] = steps[0] with { Value = RuleValue.OfMoney(1) };
        Assert.Contains(steps[0].Name, (file with { Steps = steps }).Recompute()[0], StringComparison.Ordinal);
        Assert.NotEmpty((file with { RuleHash = new string('0', 64) }).Recompute());
        Assert.NotEmpty((file with { Givens = [.. file.Givens, file.Givens[0]] }).Recompute());
        Assert.NotEmpty((file with { MaximumPrice = "1.00" }).Recompute());
    }

    private string Signed()
    {
        var content = Content();
        using var key = SigningKey.OpenOrMake(_key);
        var file = DeterminationFile.FromJson(content);
        return SignedDetermination.Sign(
            new PriceStatement
            {
                Trust = "Oak",
                DeterminationSha256 = DeterminationFile.HashOf(content),
                RecordSha256 = DeterminationFile.HashOf(content),
                MaximumPrice = file.MaximumPrice,
                Currency =
                    file.Currency,
                ApprovedOn = null,
                ValidUntil = null,
                SignedOn = new DateOnly(2026, 6, 1),
                AuditHead = "",
            },
            content, key).ToJson();
    }

    private static string Content()
    {
        var rule = Read(Path.Combine("rules", "us", "lesser-of-cpi-and-ami-with-collar.md"));
        var inputs = rule.Examples[0].Inputs;
        return DeterminationFile.Of(new Worked(rule, rule.Evaluate(inputs).Result!, inputs.AsOf, inputs.KnownBy),
            "L-1").ToJson();
    }

    private static RuleDocument Read(string path) =>
        RuleDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path)), path).Document!;
}
