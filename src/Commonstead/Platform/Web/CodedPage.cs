using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Commonstead.Platform.Web;

/// <summary>
/// A page for whoever has its unlisted code: no search engine lists it, unknown and forged codes are answered alike,
/// and too many of them are answered no more for a while.
/// </summary>
[EnableRateLimiting(RateLimits.Public)]
public abstract class CodedPage(WrongCodes wrong) : PageModel
{
    /// <summary>Looks up what is under the code.</summary>
    /// <returns>Null when it was found and kept; else the answer.</returns>
    protected async Task<IActionResult?> Load<T>(Func<Task<T?>> find, Action<T> keep)
        where T : class
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers.CacheControl = "no-cache";
        if (wrong.AreTooMany(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await find() is { } found)
        {
            keep(found);
            return null;
        }

        wrong.Count(HttpContext);
        return NotFound();
    }
}
