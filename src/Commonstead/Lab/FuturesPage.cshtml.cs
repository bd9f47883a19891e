using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Lab;

/// <summary>What could become of a home under each rule, over thousands of possible futures.</summary>
public sealed class FuturesPageModel(
    LabBench bench, OperationRunner runner, PublishStudy publish, Acting acting)
    : StudyPage<FuturesQuestion>(bench, runner, publish, acting, "/lab/futures"), IFuturesPage, IRunPage
{
    // A study of ten thousand futures is there before a reader notices; what takes longer shows how far it is.
    private static readonly TimeSpan _wait = TimeSpan.FromSeconds(1.5);

    /// <summary>What came out; null while it is computed, or when it is refused.</summary>
    public FuturesView? View { get; private set; }

    /// <inheritdoc/>
    public LabRun? Run { get; private set; }

    /// <inheritdoc/>
    public bool AsksForStay => true;

    /// <inheritdoc/>
    public override async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!await IsAsked()) return;
        var begun = await Bench.Imagine(Ask);
        if (!this.Accepts(begun, nameof(Ask))) return;
        if (!await begun.Value.IsOverWithin(_wait, cancellation)) Run = begun.Value;
        else if (await Bench.Explain(await begun.Value.Work, Ask) is var outcome && this.Accepts(outcome, nameof(Ask)))
            View = new FuturesView(outcome.Value.Result, Ask.Target, Ask.Draws is DrawnFrom.History);
    }

    /// <summary>How far the study is: the share that is done.</summary>
    public IActionResult OnGetProgress() => Bench.Run(Ask) is { } run
        ? new JsonResult(new { share = run.Share, over = run.IsOver }) : NotFound();

    /// <summary>The study's tables as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        if (!this.CanRead()) return BadRequest();
        var outcome = await Computed(cancellation);
        return outcome.IsDone ? FuturesCsv.Of(outcome.Value.Result) : await Refused(outcome.Refusals);
    }

    /// <summary>Shows the study as far as it is; one that somebody stopped is not begun again by looking.</summary>
    public async Task<IActionResult> OnGetAgainAsync() => Bench.Run(Ask) is { IsStopped: true }
        ? await Refused([new Refusal(StudyRefusal.Stopped)]) : Redirect(Here);

    /// <summary>Shows the study's form alone.</summary>
    public Task OnGetStudyAsync() => IsAsked();

    /// <summary>Stops a study that takes too long, and goes back to its form.</summary>
    public IActionResult OnPostStop()
    {
        Bench.Run(Ask)?.Stop();
        return Redirect(Address("/lab/futures", ("handler", "Study"), ("stopped", "true")));
    }

    /// <inheritdoc/>
    public string Here => Address("/lab/futures");

    /// <inheritdoc/>
    public string AgainAddress => Address("/lab/futures", ("handler", "Again"));

    /// <inheritdoc/>
    public string ProgressAddress => Address("/lab/futures", ("handler", "Progress"));

    /// <inheritdoc/>
    public string StopAddress => Address("/lab/futures", ("handler", "Stop"));

    /// <summary>The address of the same study with how the past moved as the figures stated, to be changed.</summary>
    public string StatedAddress
    {
        get
        {
            var stated = new FuturesQuestion();
            stated.State(View!.Result.Past!.Movements);
            return Address("/lab/futures", [.. LabAddress.Of(stated)
                .Where(one => one.Key is "Ask.Draws" or "Ask.Growth" or "Ask.Volatility" or "Ask.Correlations")
                .Select(one => (one.Key, one.Value!))]);
        }
    }

    /// <inheritdoc/>
    protected override async Task<Outcome<LabFile>> FileOf(CancellationToken cancellation)
    {
        var outcome = await Computed(cancellation);
        return outcome.IsDone ? outcome.Value.File() : Outcome<LabFile>.Refused(outcome.Refusals);
    }

    private async Task<Outcome<Computed<FuturesResult>>> Computed(CancellationToken cancellation)
    {
        var begun = await Bench.Imagine(Ask);
        return begun.IsDone ? await begun.Value.Work.WaitAsync(cancellation)
            : Outcome<Computed<FuturesResult>>.Refused(begun.Refusals);
    }
}
