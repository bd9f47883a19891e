using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Series;

/// <summary>Shows what a stored file holds, asks what it does not say, and imports it.</summary>
public sealed class ImportPreviewModel(OperationRunner runner, ImportSeries import, ImportPlanner planner,
    Acting acting)
    : PageModel
{
    /// <summary>What the file does not say.</summary>
    [BindProperty]
    public ImportSeriesInput Input { get; set; } = new();

    /// <summary>When each year was published, for a table with a release a year.</summary>
    [BindProperty, MaxLength(200)]
    public List<YearDates> Dates { get; set; } = [];

    /// <summary>What kind of file it is.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")]
    public SeriesFileKind Kind { get; set; }

    /// <summary>The file's name.</summary>
    [BindProperty(SupportsGet = true, Name = "name"), StringLength(200)]
    public string? FileName { get; set; }

    /// <summary>The file as it was read.</summary>
    internal ImportSeriesInput Read { get; private set; } = new();

    /// <summary>What would be imported, once asked.</summary>
    internal ImportPlan? Plan { get; private set; }

    /// <summary>Shows the file.</summary>
    public IActionResult OnGet(string file)
    {
        if (!Open(file)) return NotFound();
        Input = Read;
        Dates = [.. Read.File.Years.Select(year => new YearDates { Year = year })];
        return Page();
    }

    /// <summary>Shows what would be imported.</summary>
    public async Task<IActionResult> OnPostLookAsync(string file)
    {
        if (!Open(file)) return NotFound();
        if (Complete()) await ShowPlan();
        return Page();
    }

    /// <summary>Imports.</summary>
    public async Task<IActionResult> OnPostImportAsync(string file)
    {
        if (!Open(file)) return NotFound();
        if (!Complete()) return Page();
        var outcome = await runner.Run(import, Input);
        return this.Accepts(outcome) ? Redirect("/series") : Page();
    }

    private bool Open(string file)
    {
        if (!ModelState.IsValid && FileName is { Length: > 200 }) return false;
        try
        {
            using var content = acting.Trust.Documents.Open(file);
            Read = SeriesFileSource.Read(content, FileName ?? "", Kind, cancellation: HttpContext.RequestAborted);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Puts what was read and what was typed together; false when something typed cannot be used.</summary>
    private bool Complete()
    {
        (Input.File, Input.FileName, Input.FileHash) = (Read.File, Read.FileName, Read.FileHash);
        Input.ReleaseEachYear = Read.ReleaseEachYear;
        Input.Publisher ??= Read.Publisher;
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Input.File", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
        Input.Publications = Read.ReleaseEachYear ? Typed() : [];
        return this.CanRead();
    }

    private List<Publication> Typed()
    {
        var all = new List<Publication>();
        for (var i = 0; i < Dates.Count; i++)
        {
            var dates = Dates[i];
            if (dates is { Published: { } published, Effective: { } effective })
            {
                var name = dates.Year.ToString(CultureInfo.InvariantCulture)
                    + (string.IsNullOrWhiteSpace(dates.Mark) ? "" : "-" + dates.Mark.Trim());
                all.Add(new Publication(name, published, effective));
            }

            if (dates.Published is null) Missing($"Dates[{i}].Published", "Enter the day it was published.");
            if (dates.Effective is null) Missing($"Dates[{i}].Effective", "Enter the first day it is in effect.");
        }

        return all;
    }

    private void Missing(string field, string why)
    {
        if (!ModelState.TryGetValue(field, out var state) || state.Errors.Count == 0)
            ModelState.AddModelError(field, why);
    }

    private async Task ShowPlan()
    {
        var outcome = await planner.Plan(Input);
        if (this.Accepts(outcome)) Plan = outcome.Value;
    }
}

/// <summary>When one year of a table was published and took effect, as typed.</summary>
public sealed class YearDates
{
    /// <summary>The year.</summary>
    [Range(1800, 2199)]
    public int Year { get; set; }

    /// <summary>The day it was published.</summary>
    [Display(Name = "Published on")]
    public DateOnly? Published { get; set; }

    /// <summary>The first day it is in effect.</summary>
    [Display(Name = "In effect from")]
    public DateOnly? Effective { get; set; }

    /// <summary>For a correction, the word that names its release.</summary>
    [Display(Name = "Mark of a correction")]
    [RegularExpression("[A-Za-z0-9._-]{1,30}", ErrorMessage = "Use at most 30 letters, digits, dots and hyphens.")]
    public string? Mark { get; set; }
}
