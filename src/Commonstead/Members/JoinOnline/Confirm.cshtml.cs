using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Commonstead.Members;

/// <summary>
/// The page behind the link in a confirming mail. Opening it changes nothing, because programs that check mail open
/// links too; its button confirms.
/// </summary>
[EnableRateLimiting(RateLimits.Public)]
public sealed class ConfirmModel(
    OperationRunner runner, ConfirmApplication confirm, ApplicationRegister applications, Acting acting,
    WrongCodes wrong) : PageModel
{
    /// <summary>What it came to, once confirmed.</summary>
    public ConfirmedApplication? Came { get; private set; }

    /// <summary>True while the link is good.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The trust.</summary>
    public string TrustName => acting.Profile.Name;

    /// <summary>Asks whether it was them.</summary>
    public async Task<IActionResult> OnGetAsync(string token) => await Look(token) ?? Page();

    /// <summary>Confirms.</summary>
    public async Task<IActionResult> OnPostAsync(string token)
    {
        if (await Look(token) is { } refused) return refused;
        var outcome = await runner.Run(confirm, new ConfirmApplicationInput { Token = token });
        if (this.Accepts(outcome)) Came = outcome.Value;
        return Page();
    }

    // The link of somebody's application is nothing for a search engine or a page that is linked to.
    private async Task<IActionResult?> Look(string token)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers.CacheControl = "no-store";
        if (wrong.AreTooMany(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        IsOpen = await applications.IsOpen(token);
        if (IsOpen) return null;
        wrong.Count(HttpContext);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
