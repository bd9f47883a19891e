using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>Turns an operation's refusals into the messages of a form.</summary>
public static class Refusals
{
    /// <summary>
    /// Puts the refusals beside their fields and into the summary; the page is then drawn again with the input kept.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="outcome">What the operation came to.</param>
    /// <param name="prefix">The name of the page's bound input.</param>
    /// <returns>True when the operation was done.</returns>
    public static bool Accepts<T>(this PageModel page, Outcome<T> outcome, string prefix = "Input")
    {
        if (outcome.IsDone) return true;
        var words = page.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        foreach (var refusal in outcome.Refusals)
        {
            var field = refusal.Field is { Length: > 0 } name ? $"{prefix}.{name}" : "";
            if (page.ModelState.TryGetValue(field, out var state) && state.Errors.Count > 0) continue;
            page.ModelState.AddModelError(field, refusal.Text(words));
        }

        page.Response.StatusCode = outcome.Refusals[0].Kind.HttpStatus();
        return false;
    }

    /// <summary>
    /// Whether everything typed could be read; a date or number that could not must never pass for one left empty.
    /// </summary>
    public static bool CanRead(this PageModel page)
    {
        if (page.ModelState.IsValid) return true;
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return false;
    }

    /// <summary>
    /// As <see cref="CanRead(PageModel)"/> for one of several forms on a page: what is said about the others, which
    /// were not sent, is forgotten.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="prefix">The name of the bound input that the sent form fills.</param>
    public static bool CanRead(this PageModel page, string prefix)
    {
        var others = page.ModelState.Keys.Where(k => !k.StartsWith(prefix + ".", StringComparison.Ordinal)).ToList();
        others.ForEach(key => page.ModelState.Remove(key));
        return page.CanRead();
    }

    /// <summary>The refusal in the reader's words.</summary>
    public static string Text(this Refusal refusal, IStringLocalizer words) =>
        words[refusal.Message, [.. refusal.Figures.Select(figure => Sentence.Shown(figure, words))]];

    /// <summary>The status of a refusal of this kind.</summary>
    public static int HttpStatus(this RefusalKind kind) => kind switch
    {
        RefusalKind.Rule => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Input => StatusCodes.Status400BadRequest,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
