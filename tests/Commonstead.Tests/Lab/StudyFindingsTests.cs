using System.Globalization;
using Commonstead.Core;
using Commonstead.Lab;
using Commonstead.Platform.Web;

namespace Commonstead.Tests.Lab;

/// <summary>What the sentences of a study say of its figures.</summary>
[Trait("Engine", "none")]
public sealed class StudyFindingsTests
{
    private static readonly LabCaption _caption = new("USD", "us:x", [], [], "", "", []);
    private static readonly FanPoint _fan = new(1, 2, 3, 4, 5);

    [Theory]
    [InlineData("0.75", "0.75", "0", "of futures “A” asks more than a household at", "it does in 25.0%")]
    [InlineData(
        "0.75", "0.5", "0.2", "names no price, and nobody can sell", "asks more in 5.0%, and names no price in 20.0%")]
    [InlineData("1", "1", "0", "could pay in every year to year 12", "in every future")]
    public void Futures_TellWhatIsDear_FromWhatHasNoPrice(
        string affordable, string soFar, string withoutPrice, string says, string alsoSays)
    {
        var share = (string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
        var year = new RuleYear(1, _fan, share(affordable), share(soFar), share(withoutPrice), 0);
        var kept = View([.. Enumerable.Range(1, 12).Select(at => year with { Year = at })]).Findings.First();
        Assert.Contains(says, Text(kept), StringComparison.Ordinal);
        Assert.Contains(alsoSays, Text(kept), StringComparison.Ordinal);
    }

    [Fact]
    public void AHorizonBeyondThePast_IsTold_UnlessItIsNotDrawnFrom()
    {
        var view = View([.. Enumerable.Range(1, 12).Select(at => new RuleYear(at, _fan, 1, 1, 0, 0))]);
        Assert.Contains("Beyond year 10", view.ShortPast!.InEnglish(), StringComparison.Ordinal);
        Assert.Null((view with { IsOfPast = false }).ShortPast);
        Assert.Null((view with { Result = view.Result with { Years = 10 } }).ShortPast);
    }

    [Fact]
    public void RulesThatDidAlike_AreNamedTogether()
    {
        // A and B never ask too much, C does; B and C give sellers more than A.
        var three = Ranked((100, 0.01m), (100, 0.02m), (300, 0.02m));
        Assert.Equal("Of these rules “A” and “B” kept the home affordable most often.", three[0]);
        Assert.Equal("Of these rules “B” and “C” gave sellers the highest usual return.", three[1]);
        var alike = Ranked((100, 0.02m), (100, 0.02m));
        Assert.Equal("All of these rules kept the home affordable equally often.", alike[0]);
        Assert.Equal("All of these rules gave sellers the same usual return.", alike[1]);
        Assert.Equal("Of these rules “A” kept the home affordable most often.", Ranked((100, 0), (300, 0.1m))[0]);
    }

    [Theory]
    [InlineData(-0.271, "2006 to 2012: prices fell by 27.1%")]
    [InlineData(0.034, "2006 to 2012: prices rose by 3.4%")]
    public void AHardTime_IsNamedByWhatCameOfIt(double change, string says) => Assert.Equal(
        says, Text(BacktestPageModel.NameOf(new LabPreset(LabPresetKind.Crash, 2006, 2012, (decimal)change))));

    // Not every language writes a percentage without a space.
    private static string Text(Sentence sentence) => sentence.InEnglish()
        .Replace(" %", "%", StringComparison.Ordinal).Replace("\u00a0%", "%", StringComparison.Ordinal);

    private static FuturesView View(IReadOnlyList<RuleYear> years) => new(
        new FuturesResult(
            _caption, years.Count, 100, 7, 2024, [_fan], [_fan],
            [new RuleFutures(Used("A"), 100, years, new SellerFutures(1, _fan, 0, 0), 0)],
            new LabPast(2014, 2024, new LabMovements([], [], []))),
        80, true);

    private static List<string> Ranked(params (decimal Price, decimal Return)[] rules)
    {
        var year = new LabYear(2000, 500, 1, null, 0, 0, [200, 200, 200], 200);
        var sales = rules.Select((rule, at) => new BacktestSale(
            at, 2000, 2001, 100, rule.Price, null, 500, rule.Price, 0, 1, 1, rule.Return, 0, 0));
        var names = rules.Select((_, at) => Used($"{(char)('A' + at)}"));
        var result = new BacktestResult(_caption, [.. names], [year, year with { Year = 2001 }], [.. sales]);
        return [.. new BacktestView(result, null).Findings.Skip(rules.Length).Select(f => f.InEnglish())];
    }

    private static LabRuleUsed Used(string title) => new(title, title + ".md", title, false, []);
}
