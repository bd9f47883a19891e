using System.Text.Json;
using Commonstead.Core;
using Commonstead.Platform.Trusts;
using Commonstead.Pricing;

namespace Commonstead.Tests.Pricing;

/// <summary>
/// Determinations that the program made and that are kept for good: each computes again offline, from its own file, to
/// the same steps, figures and price, under a signature that fits. An evaluator that computes otherwise breaks them;
/// files that were tampered with are refused, and what is wrong with them is named.
/// </summary>
public sealed class GoldenSetTests : IDisposable
{
    private readonly string _key = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    // Those of today's rule book, and those frozen with texts that it had before.
    public static TheoryData<string> Files => new(GoldenCases.All.Select(c => c.FileName)
        .Concat(Directory.GetFiles(GoldenCases.PathOf("earlier"), "*.json").Order(StringComparer.Ordinal)
            .Select(f => Path.Combine("earlier", Path.GetFileName(f)))));

    public void Dispose() => File.Delete(_key);

    [Fact]
    public void EveryShippedRule_HasItsDetermination_AndNoOtherFileLiesThere()
    {
        var shipped = RuleBook.Shipped()
            .Select(f => string.Join('/', f.Replace('\\', '/').Split('/')[^2..])).ToList();
        Assert.Empty(shipped.Except(GoldenCases.All.Select(c => c.Rule)));
        var folder = GoldenCases.PathOf("");
        Assert.Equal(
            GoldenCases.All.Select(c => c.FileName).Order(StringComparer.Ordinal),
            Directory.GetFiles(folder, "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ADetermination_ComputesAgain_ToTheSameStepsAndPrice(string name)
    {
        var json = Golden(name);
        var proof = SignedDetermination.Check(json);
        Assert.Empty(proof.Faults);
        Assert.True(proof.IsSigned);
        var file = proof.File!;
        Assert.NotEmpty(file.Steps);
        Assert.Equal(file.RuleHash, RuleDocument.Parse(file.RuleText, name).Document!.Hash);
        Assert.Equal(DeterminationFile.HashOf(Content(json)), proof.Statement!.DeterminationSha256);
        Assert.Equal(Content(json), file.ToJson());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ATamperedDetermination_IsRefused_AndWhatIsWrongIsNamed(string name)
    {
        var file = DeterminationFile.FromJson(Content(Golden(name)));
        var step = file.Steps[0];
        var other = file.Steps.ToList();
        other[0] = step with
        {
            Value = step.Value.Equals(RuleValue.OfMoney(1)) ? RuleValue.OfMoney(2)
            : RuleValue.OfMoney(1)
        };
        Named(name, file with { Steps = other }, $"Step {step.Name} comes out as");
        Named(name, file with { Steps = [.. file.Steps.Skip(1)] }, "steps, the file");
        Named(name, file with { MaximumPrice = "1.00" }, "The price comes out as");
        Named(name, file with { RuleText = file.RuleText + " " }, "The rule's text has the hash");
        Named(name, file with { RuleHash = new string('0', 64) }, "The rule's text has the hash");
        Named(name, file with { Givens = [file.Givens[0], .. file.Givens] }, "stands twice in the file");
        foreach (var figure in file.Figures)
        {
            var changed = figure with { Figure = figure.Figure with { Value = figure.Figure.Value + 1 } };
            Named(name, file with { Figures = [.. file.Figures.Select(f => f == figure ? changed : f)] }, "");
            Named(name, file with { Figures = [.. file.Figures.Where(f => f != figure)] }, "the file holds no figure");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void AChangedFact_ChangesWhatComesOut(string name)
    {
        var file = DeterminationFile.FromJson(Content(Golden(name)));
        var given = file.Givens.First(g => g.Value.Kind is RuleKind.Money or RuleKind.Area);
        var value = given.Value.Kind == RuleKind.Money
            ? RuleValue.OfMoney(1_000_003) : RuleValue.OfArea("us:county:99999");
        var changed = file.Givens.Select(g => g.Name == given.Name ? g with { Value = value } : g);
        Named(name, file with { Givens = [.. changed] }, "");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void AnotherSignature_DoesNotFit(string name)
    {
        var json = Golden(name);
        using var document = JsonDocument.Parse(json);
        var signature = document.RootElement.GetProperty("signature").GetString()!;
        var other = (signature[5] == 'A' ? 'B' : 'A') + signature[6..];
        var faults = SignedDetermination.Check(
            json.Replace(signature, signature[..5] + other, StringComparison.Ordinal)).Faults;
        Assert.Contains("The signature does not fit", Assert.Single(faults), StringComparison.Ordinal);
    }

    // As received: the signed file with the changed content in it; and as a forger would make it, signed anew by a key
    // of their own: only the fingerprint, and what computes again, tell.
    private void Named(string name, DeterminationFile tampered, string expected)
    {
        var json = Golden(name);
        var content = tampered.ToJson();
        var received = SignedDetermination.Check(json.Replace(Content(json), content, StringComparison.Ordinal)).Faults;
        Assert.Contains(received, f => f.Contains("is not the one the trust signed", StringComparison.Ordinal));
        var proof = SignedDetermination.Check(json);
        using var key = SigningKey.OpenOrMake(_key);
        var statement = proof.Statement! with
        {
            DeterminationSha256 = DeterminationFile.HashOf(content),
            MaximumPrice = tampered.MaximumPrice,
        };
        var forged = SignedDetermination.Check(SignedDetermination.Sign(statement, content, key).ToJson());
        Assert.NotEqual(proof.Fingerprint, forged.Fingerprint);
        Assert.NotEmpty(forged.Faults);
        Assert.Contains(forged.Faults, f => f.Contains(expected, StringComparison.Ordinal));
    }

    private static string Golden(string name) => File.ReadAllText(GoldenCases.PathOf(name)).TrimEnd('\n');

    private static string Content(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("determination").GetRawText();
    }
}
