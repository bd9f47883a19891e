using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Platform.Web;

/// <summary>Says calmly what went wrong when no page could be shown, and what the reader can do.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemModel : PageModel
{
    /// <summary>The page's heading.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What happened and what to do.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Finds the failure in the operator's log; shown for failures of the program only.</summary>
    public string? Reference { get; private set; }

    /// <summary>Answers any method, since the failed request may have been a form.</summary>
    public void OnGet() => Explain();

    /// <summary>As <see cref="OnGet"/>, for a failed form.</summary>
    public void OnPost() => Explain();

    // Every exception leads here as a fault of the program; what the browser sent may have been at fault. A form that
    // cannot be read keeps the binder from filling in anything, so that the address is read here.
    private void Explain()
    {
        var sent = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as BadHttpRequestException;
        var status = sent?.StatusCode
            ?? int.Parse((string)RouteData.Values["status"]!, NumberStyles.None, CultureInfo.InvariantCulture);
        (Heading, Explanation) = status switch
        {
            400 => ("This form could not be accepted",
                "It may have been open for too long, or the browser sent something that cannot be read. "
                + "Go back, load the page again and send it once more."),
            401 or 403 => ("You cannot see this page",
                "It holds something your role does not include. If your work needs it, ask a steward of your trust."),
            404 => ("Page not found",
                "The address may be mistyped, or what it named has moved. Nothing has been lost."),
            409 or 412 => ("Someone else changed this first",
                "Load the page again to see the change, then decide whether yours is still needed."),
            413 => ("That file is too large", "Go back and choose a smaller one."),
            429 => ("Too many tries", "Wait a minute, then try again."),
            503 => ("Not ready yet", "The program is starting or busy. Try again in a minute."),
            _ => ("Something went wrong here",
                "This is a fault of the program, not of what you did. Nothing was saved by this step. Try again."),
        };
        if (status is >= 500 and not 503)
            Reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
    }
}
