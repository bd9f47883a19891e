using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Lab;

/// <summary>What the past would have done under each rule. The whole study stands in the address.</summary>
public sealed class BacktestPageModel(
    LabBench bench, OperationRunner runner, PublishStudy publish, Acting acting)
    : StudyPage<LabQuestion>(bench, runner, publish, acting, "/lab")
{
    private static readonly IReadOnlyList<(string Name, int From, int To)> _presets =
    [
        ("The bubble and the crash, 2006 to 2012", 2006, 2012),
        ("High inflation, 1973 to 1982", 1973, 1982),
        ("Falling incomes, 2007 to 2014", 2007, 2014),
    ];

    /// <summary>The years worth a look, with their names; of a study of all years those that it has.</summary>
    public IEnumerable<(string Name, int From, int To)> Presets => _presets.Where(
        p => View is null || Ask.From is not null
            || (p.From >= View.Result.Years[0].Year && p.To <= View.Result.Years[^1].Year));

    /// <summary>What came out; null while there is nothing to compute, or when it is refused.</summary>
    public BacktestView? View { get; private set; }

    /// <inheritdoc/>
    public override async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!await IsAsked()) return;
        var outcome = await Bench.Replay(Ask, cancellation);
        if (this.Accepts(outcome)) View = new BacktestView(outcome.Value.Result, Ask.Bought);
    }

    /// <summary>Every purchase and resale of the study as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        if (!this.CanRead()) return BadRequest();
        var outcome = await Bench.Replay(Ask, cancellation);
        return outcome.IsDone ? BacktestCsv.Of(outcome.Value.Result) : NotFound();
    }

    /// <summary>The address of the same study over other years.</summary>
    public string With(int from, int to) => Address(
        "/lab", ("Ask.From", $"{from}"), ("Ask.To", $"{to}"), ("Ask.Bought", $"{from}"));

    /// <inheritdoc/>
    protected override async Task<Outcome<LabFile>> FileOf(CancellationToken cancellation)
    {
        var outcome = await Bench.Replay(Ask, cancellation);
        return outcome.IsDone ? outcome.Value.File() : Outcome<LabFile>.Refused(outcome.Refusals);
    }
}
