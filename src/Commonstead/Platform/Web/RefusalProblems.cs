using Commonstead.Platform.Operations;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>Turns an operation's refusals into problem details (RFC 9457) for the API.</summary>
public static class RefusalProblems
{
    /// <summary>The problem, with each refusal's code, field and words.</summary>
    public static IResult Problem(this IReadOnlyList<Refusal> refusals, IStringLocalizer<Words> words) =>
        Results.Problem(
        title: refusals[0].Text(words),
        statusCode: refusals[0].Kind.HttpStatus(),
        extensions: new Dictionary<string, object?>
        {
            ["refusals"] = refusals.Select(r =>
                new { code = r.Code.ToString(), field = r.Field, says = r.Text(words) }),
        });
}
