using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Lab;

/// <summary>What the past would have done under each rule. The whole study stands in the address.</summary>
public sealed class BacktestPageModel(
    LabBench bench, OperationRunner runner, PublishStudy publish, Acting acting)
    : StudyPage<LabQuestion>(bench, runner, publish, acting, "/lab")
{
    /// <summary>The hard times that the study's own series hold.</summary>
    public IReadOnlyList<LabPreset> Presets { get; private set; } = [];

    /// <summary>What came out; null while there is nothing to compute, or when it is refused.</summary>
    public BacktestView? View { get; private set; }

    /// <inheritdoc/>
    public override async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!await IsAsked()) return;
        var past = await Bench.Past(Ask);
        if (!this.Accepts(past, nameof(Ask))) return;
        Presets = past.Value.Presets;
        var outcome = await Bench.Explain(await past.Value.Replay(cancellation), Ask);
        if (this.Accepts(outcome, nameof(Ask))) View = new BacktestView(outcome.Value.Result, Ask.Bought);
    }

    /// <summary>Every purchase and resale of the study as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        if (!this.CanRead()) return BadRequest();
        var outcome = await Bench.Replay(Ask, cancellation);
        return outcome.IsDone ? BacktestCsv.Of(outcome.Value.Result) : Redirect(Address("/lab"));
    }

    /// <summary>The address of the same study over other years.</summary>
    public string With(int from, int to) => Address(
        "/lab", ("Ask.From", $"{from}"), ("Ask.To", $"{to}"), ("Ask.Bought", $"{from}"));

    /// <summary>A hard time's name, with what came of it here.</summary>
    public static Sentence NameOf(LabPreset preset) => new(
        preset.Kind switch
        {
            LabPresetKind.Crash when preset.Change < 0 => "{0} to {1}: prices fell by {2}",
            LabPresetKind.Crash => "{0} to {1}: prices rose by {2}",
            LabPresetKind.HighInflation => "Highest inflation, {0} to {1}",
            _ => "Incomes falling behind, {0} to {1}",
        },
        $"{preset.FirstYear}", $"{preset.LastYear}", StudyText.Percent(Math.Abs(preset.Change)));

    /// <inheritdoc/>
    protected override async Task<Outcome<LabFile>> FileOf(CancellationToken cancellation)
    {
        var outcome = await Bench.Replay(Ask, cancellation);
        return outcome.IsDone ? outcome.Value.File() : Outcome<LabFile>.Refused(outcome.Refusals);
    }
}
