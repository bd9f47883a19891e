using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Lab;

/// <summary>
/// The trust's own homes: what each could be sold for today, who could pay it, and what may become of it.
/// </summary>
public sealed class PortfolioPageModel(LabBench bench, HomesAtRisk homes, HomesAhead ahead, Acting acting)
    : LabPage<FuturesQuestion>(bench), IFuturesPage, IRunPage
{
    private static readonly TimeSpan _wait = TimeSpan.FromSeconds(1.5);

    /// <summary>What came out; null when it is refused.</summary>
    public PortfolioView? View { get; private set; }

    /// <summary>What may become of the homes; null while it is computed, or when it is refused.</summary>
    public PortfolioAhead? Ahead { get; private set; }

    /// <summary>The trust's currency.</summary>
    public Currency Currency => acting.Profile.Currency;

    /// <inheritdoc/>
    public LabRun? Run { get; private set; }

    /// <inheritdoc/>
    public bool AsksForStay => false;

    /// <inheritdoc/>
    public string Here => Address("/lab/homes");

    /// <inheritdoc/>
    public string AgainAddress => Address("/lab/homes", ("handler", "Again"));

    /// <inheritdoc/>
    public string ProgressAddress => Address("/lab/homes", ("handler", "Progress"));

    /// <inheritdoc/>
    public string StopAddress => Address("/lab/homes", ("handler", "Stop"));

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!await Look() || View!.Homes.Count == 0) return;
        var begun = await ahead.Begin(Ask, View);
        if (!this.Accepts(begun, nameof(Ask))) return;
        if (!await begun.Value.IsOverWithin(_wait, cancellation)) Run = begun.Value;
        else if (await begun.Value.Work is var outcome && this.Accepts(outcome, nameof(Ask))) Ahead = outcome.Value;
    }

    /// <summary>Shows the homes as they are today alone.</summary>
    public Task OnGetTodayAsync() => Look();

    /// <summary>Shows the futures as far as they are; those that somebody stopped are not begun again by looking.
    /// </summary>
    public async Task<IActionResult> OnGetAgainAsync()
    {
        if (ahead.Run(Ask) is not { IsStopped: true }) return Redirect(Here);
        if (await Look()) this.Accepts<Done>(StudyRefusal.Stopped);
        return Page();
    }

    /// <summary>How far the futures are: the share that is done.</summary>
    public IActionResult OnGetProgress() => ahead.Run(Ask) is { } run
        ? new JsonResult(new { share = run.Share, over = run.IsOver }) : NotFound();

    /// <summary>Stops futures that take too long; the homes of today stay.</summary>
    public IActionResult OnPostStop()
    {
        ahead.Run(Ask)?.Stop();
        return Redirect(Address("/lab/homes", ("handler", "Today"), ("stopped", "true")));
    }

    /// <summary>The tables as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        if (!await Look()) return Page();
        var begun = await ahead.Begin(Ask, View!);
        if (!this.Accepts(begun, nameof(Ask))) return Page();
        var outcome = await begun.Value.Work.WaitAsync(cancellation);
        return this.Accepts(outcome, nameof(Ask)) ? PortfolioCsv.Of(View!, outcome.Value, Ask) : Page();
    }

    /// <summary>The homes as they are today alone, as a file.</summary>
    public async Task<IActionResult> OnGetTodayCsvAsync() =>
        await Look() ? PortfolioCsv.Of(View!, new PortfolioAhead([]), Ask) : Page();

    /// <summary>The address of the file: with the years ahead where the page has them, or will.</summary>
    public string CsvAddress =>
        Address("/lab/homes", ("handler", Ahead is null && Run is null ? "TodayCsv" : "Csv"));

    /// <inheritdoc/>
    protected override bool OffersRules => false;

    /// <summary>Why nothing says what homes are worth today; null when the market series does.</summary>
    public Refusal? NoMarket { get; private set; }

    private async Task<bool> Look()
    {
        await IsAsked();
        var isNothingAsked = Ask.Market is null && Request.Query.Count == 0;
        if (isNothingAsked || !this.CanRead()) return false;
        var outcome = await Bench.Explain(await homes.Look(Ask), Ask);
        if (this.Accepts(outcome, nameof(Ask))) View = outcome.Value;
        if (View is { Market: null, Place: var place })
        {
            var lacking = Outcome<Done>.Refused([new Refusal(StudyRefusal.FigureMissing, place.Market.Name)]);
            NoMarket = (await Bench.Explain(lacking, Ask)).Refusals[0];
        }

        return View is not null;
    }
}
