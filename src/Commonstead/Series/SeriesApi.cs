using System.Globalization;
using Commonstead.Core;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary>The JSON API over series: <c>/api/v1/series</c> and <c>/api/v1/income-limits</c>.</summary>
public static class SeriesApi
{
    private const int MostFigures = 1_000;

    /// <summary>Maps the endpoints.</summary>
    public static void MapSeries(this WebApplication app)
    {
        var series = app.MapGroup("/api/v1").RequireAuthorization(SeriesPermission.See).WithTags("Series");
        series.MapGet("/series", All).WithName("ListSeries");
        series.MapGet("/series/{code}", One).WithName("GetSeries");
        series.MapGet("/series/{code}/releases/{release}/figures", Figures).WithName("ListFigures");
        series.MapGet("/income-limits/{area}", Limit).WithName("GetIncomeLimit");
    }

    private static async Task<IResult> All(SeriesShelf shelf, CancellationToken cancel) =>
        Results.Ok((await shelf.Series.OrderBy(s => s.Code).ToListAsync(cancel)).Select(SeriesShown.Of));

    private static async Task<IResult> One(string code, SeriesShelf shelf, CancellationToken cancel)
    {
        if (await shelf.One(code) is not { } series) return NoSuch("series");
        var releases = await shelf.Releases(code).OrderByDescending(r => r.Published).ThenByDescending(r => r.Number)
            .ToListAsync(cancel);
        return Results.Ok(new { series = SeriesShown.Of(series), releases = releases.Select(ReleaseShown.Of) });
    }

    private static async Task<IResult> Figures(
        string code, string release, string? area, string? after, SeriesShelf shelf, CancellationToken cancel)
    {
        if (await shelf.Release(code, release) is not { } found) return NoSuch("release");
        var figures = shelf.Figures(found);
        if (area is not null) figures = figures.Where(f => f.Area == area);
        if (FigureCursor.Parse(after) is { } cursor)
            figures = figures.Where(f => string.Compare(f.Area, cursor.Area) > 0
                || (f.Area == cursor.Area && f.From > cursor.From));
        else if (after is not null)
            return Results.Problem("The cursor is not one that a page gave.",
                statusCode: StatusCodes.Status400BadRequest);
        var rows = await figures.OrderBy(f => f.Area).ThenBy(f => f.From).Take(MostFigures + 1).ToListAsync(cancel);
        var next = rows.Count > MostFigures ? new FigureCursor(rows[^2].Area, rows[^2].From).ToString() : null;
        return Results.Ok(new { figures = rows.Take(MostFigures).Select(f => FigureShown.Of(f, found.Span)), next });
    }

    private static async Task<IResult> Limit(
        string area, int household, decimal percent, DateOnly? on, IncomeLimitAsked asked)
    {
        var answer = await asked.Answer(area, household, percent, on);
        return answer.Limit is { } limit
            ? Results.Ok(LimitShown.Of(limit))
            : Results.Problem(answer.Why, statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult NoSuch(string what) =>
        Results.Problem($"There is no such {what}.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>Where a page of figures ended.</summary>
    private sealed record FigureCursor(string Area, DateOnly From)
    {
        public static FigureCursor? Parse(string? text)
        {
            if (text is null) return null;
            var split = text.LastIndexOf('|');
            return split >= 0 && DateOnly.TryParseExact(text.AsSpan(split + 1), "yyyy-MM-dd",
                CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
                ? new FigureCursor(text[..split], from)
                : null;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Area}|{From:yyyy-MM-dd}");
    }
}
