using System.Text;
using System.Text.Encodings.Web;
using Commonstead.Demonstration;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Commonstead.Bench;

/// <summary>
/// The pages that the program's own are compared with: minimal endpoints in the same server, behind the same
/// middleware and the same sign-in, that ask the database the same questions and write the same bytes by joining
/// strings. What does not depend on the answers is a constant for them, taken from the program's page at the start.
/// </summary>
internal static class HandWritten
{
    public const string Command = "serve-with-hand-written";
    public const string Leases = "/bench/leases";
    public const string Price = "/bench/p/";

    private const string RowsBegin = "<tbody role=\"rowgroup\">";
    private const string RowsEnd = "</tbody>";

    private const char Hole = '\u001f';

    private static readonly Dictionary<string, string> _frames = new(StringComparer.Ordinal);

    /// <summary>Serves a folder's trust until it is stopped.</summary>
    public static async Task Serve(string folder, string port)
    {
        var options = new ServerOptions(
            [new TrustLocation(folder)], $"http://127.0.0.1:{port}",
            DemoCommand.IsOne(folder) ? DemoCommand.ClockOf(folder) : TimeProvider.System)
        {
            SignInsPerMinute = int.MaxValue,
            PublicPagesPerMinute = int.MaxValue,
        };
        await using var server = await Server.Build(options);
        server.MapGet(Leases, LeasePage).RequireAuthorization(LeasePermission.SeeAll);
        server.MapGet(Price + "{code}", PricePage).AllowAnonymous().RequireRateLimiting(RateLimits.Public);
        server.MapPost(Leases, async (HttpRequest page) => _frames[Leases] = await Text(page)).AllowAnonymous();
        server.MapPost(Price + "{code}", async (HttpRequest page, string code, Certificates certificates) =>
            _frames[Price] = WithHoles(await Text(page), (await certificates.ByCode(code))!)).AllowAnonymous();
        await server.RunAsync();
    }

    private static async Task LeasePage(HttpContext http, TrustDb db, Acting acting, IRuleBook rules)
    {
        await rules.Selectable();
        var leases = db.Set<Lease>().AsNoTracking();
        await leases.Take(10_001).CountAsync();
        var shown = await leases.OrderBy(l => l.Number).ThenBy(l => l.Id).Skip(0).Take(25).ToListAsync();
        var frame = _frames[Leases];
        var begin = frame.IndexOf(RowsBegin, StringComparison.Ordinal) + RowsBegin.Length;
        var end = frame.IndexOf(RowsEnd, StringComparison.Ordinal);
        var page = new StringBuilder(frame.Length + 1024).Append(frame, 0, begin);
        foreach (var lease in shown) Row(page, lease, acting.Today);
        await Write(http, page.Append(frame, end, frame.Length - end).ToString());
    }

    private static void Row(StringBuilder page, Lease lease, DateOnly today)
    {
        var state = LeaseState.Of(lease, today);
        page.Append("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\" class=\"whole\"><a href=\"/leases/")
            .Append(lease.Id).Append("\">").Append(Safe(lease.Number)).Append("</a></th>")
            .Append("<td role=\"cell\" data-label=\"Home\">").Append(Safe(lease.HomeAddress)).Append("</td>")
            .Append("<td role=\"cell\" data-label=\"Leaseholders\">").Append(Safe(lease.HolderNames)).Append("</td>")
            .Append("<td role=\"cell\" data-label=\"Instrument\">").Append(Safe(lease.Instrument.ToReader()))
            .Append("</td>")
            .Append("<td role=\"cell\" data-label=\"Term ends\" class=\"whole\">").Append(Safe(lease.EndsOn.ToReader()))
            .Append("</td>")
            .Append("<td role=\"cell\" data-label=\"State\"><span class=\"").Append(StatusTag.ClassOf(state.Kind))
            .Append("\">").Append(Safe(state.Text)).Append("</span></td></tr>");
    }

    private static async Task PricePage(HttpContext http, string code, Certificates certificates)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers.CacheControl = "no-cache";
        if (await certificates.ByCode(code) is not { } price)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var page = new StringBuilder();
        var answers = Answers(price);
        foreach (var part in _frames[Price].Split(Hole))
            page.Append(part is [var number] && number < answers.Length ? answers[number] : part);
        await Write(http, page.ToString());
    }

    // Where an answer of the database stands in the program's page, the constant has a numbered hole.
    private static string WithHoles(string page, PublicPrice price)
    {
        foreach (var (number, answer) in Answers(price).Index().Where(a => a.Item.Length > 0))
            page = page.Replace(answer, $"{Hole}{(char)number}{Hole}", StringComparison.Ordinal);
        return page;
    }

    private static string[] Answers(PublicPrice price) =>
    [
        Safe(price.MaximumPrice.ToReader()), Safe(price.ValidUntil.ToReader()), Safe(price.IssuedOn.ToReader()),
        Safe(price.Address), price.AuditHead,
    ];

    private static async Task<string> Text(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync();
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);

    private static Task Write(HttpContext http, string page)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(page);
    }
}
