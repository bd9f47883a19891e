using System.Globalization;
using System.Text;
using Commonstead.Core;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Commonstead.Lab;

/// <summary>A published study, for anybody who has its address.</summary>
public sealed class PublicStudyPageModel(PublishedStudies studies, WrongCodes wrong) : CodedPage(wrong)
{
    /// <summary>The study.</summary>
    public PublicStudy Study { get; private set; } = null!;

    /// <summary>What came out, of a backtest.</summary>
    public BacktestView? Backtest { get; private set; }

    /// <summary>What came out, of futures.</summary>
    public FuturesView? Futures { get; private set; }

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await Load(code) is { } refused) return refused;
        if (Study.File is not { } file) return Page();
        if (file.Backtest is not null)
            Backtest = new BacktestView(file.ResultAs<BacktestResult>(), Drawn(), isPublic: true);
        else
            Futures = new FuturesView(
                file.ResultAs<FuturesResult>(), file.Futures!.Household.Target * 100, file.Futures.Movements is null,
                IsPublic: true);
        return Page();
    }

    /// <summary>The study as a file that computes it again.</summary>
    public async Task<IActionResult> OnGetFileAsync(string code)
    {
        if (await Load(code) is { } refused) return refused;
        return Study.File is null
            ? NotFound() : File(Encoding.UTF8.GetBytes(Study.Study.Content), "application/json", "study.json");
    }

    private Task<IActionResult?> Load(string code) => Load(() => studies.ByCode(code), study => Study = study);

    // The year whose resales are drawn is the page's own; the study knows all of them.
    private int? Drawn()
    {
        var at = Study.Study.Address.IndexOf('?', StringComparison.Ordinal);
        var asked = QueryHelpers.ParseQuery(at < 0 ? "" : Study.Study.Address[at..]);
        return asked.TryGetValue("Ask.Bought", out var year)
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var bought) ? bought : null;
    }
}
