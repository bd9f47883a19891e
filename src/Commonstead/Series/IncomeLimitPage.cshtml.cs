using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Series;

/// <summary>Looks up what a household may earn, and shows whether that is published or how it was computed.</summary>
public sealed class IncomeLimitPageModel(SeriesShelf shelf, AreaBook areas, IncomeLimitAsked asked, Acting acting)
    : PageModel
{
    /// <summary>The area, by name or code.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "Area")]
    [StringLength(100, ErrorMessage = "The area is longer than 100 characters.")]
    public string? Area { get; set; }

    /// <summary>Persons.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "Persons in the household")]
    public int Household { get; set; } = 4;

    /// <summary>The percentage of the median.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "Share of the area median income")]
    public decimal Percent { get; set; } = 80;

    /// <summary>The day.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "On")]
    public DateOnly? On { get; set; }

    /// <summary>Areas that the typed words may mean, when not one alone.</summary>
    internal IReadOnlyList<PublishedArea> Matches { get; private set; } = [];

    /// <summary>The area's name, or its code.</summary>
    internal string AreaName { get; private set; } = "";

    /// <summary>The limit, once found.</summary>
    internal IncomeLimit? Limit { get; private set; }

    /// <summary>Whether there are limits to look up.</summary>
    internal bool HasLimits { get; private set; }

    /// <summary>Shows the form, with the answer once something is asked.</summary>
    public async Task OnGetAsync()
    {
        HasLimits = await shelf.One(HudIncomeLimitReader.MedianSeries) is not null;
        On ??= acting.Today;
        if (!ModelState.IsValid || string.IsNullOrWhiteSpace(Area)) return;
        var matches = await areas.Find(Area.Trim(), 20);
        if (matches is [var only]) (Area, AreaName) = (only.Code, only.Name);
        else if (FigureText.IsAreaCode(Area.Trim())) AreaName = Area = Area.Trim();
        else
        {
            Matches = matches;
            if (matches.Count == 0) ModelState
                .AddModelError(nameof(Area), "No area of that name is known. Enter its code.");
            return;
        }

        ModelState.Remove(nameof(Area));
        var (limit, why) = await asked.Answer(Area, Household, Percent, On);
        Limit = limit;
        if (limit is null) ModelState.AddModelError("", why);
    }

    /// <summary>The same question with a certain area.</summary>
    internal string With(string area) => Request.Path + new QueryBuilder
    {
        { "Area", area },
        { "Household", Household.ToString(CultureInfo.InvariantCulture) },
        { "Percent", Percent.ToString(CultureInfo.CurrentCulture) },
        { "On", On!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
    }.ToString();
}
