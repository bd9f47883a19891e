using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary>Names of areas, and which takes the place of which, as a file gave them.</summary>
public sealed class NameAreasInput
{
    /// <summary>The file's lines.</summary>
    [MaxLength(50_000, ErrorMessage = "Name at most 50,000 areas at a time.")]
    public List<AreaLine> Lines { get; set; } = [];

    /// <summary>What stands in the way of reading the file.</summary>
    public List<string> Errors { get; set; } = [];
}

/// <summary>One area of a file.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Successor">The code that takes its place, or null.</param>
/// <param name="From">The first day of the successor's code.</param>
public sealed record AreaLine(string Code, string Name, string? Successor, DateOnly? From);

/// <summary>Why areas are not named.</summary>
public enum NameAreasRefusal
{
    /// <summary>The file could not be read whole; there is one refusal for each error.</summary>
    [Says("{0}", Kind = RefusalKind.Input)]
    AreasNotRead,

    /// <summary>A successor without its first day, or a day without a successor.</summary>
    [Says("{0}: give the successor and its first day together, or neither.")]
    HalfASuccession,

    /// <summary>Areas that follow each other in a circle never end.</summary>
    [Says("{0} would follow itself, by way of its successors. Check the codes.")]
    FollowsItself,
}

/// <summary>Names areas, so that people find them, and links codes that ended to those that took their place.</summary>
[Needs(SeriesPermission.Import)]
[Does("Names of areas imported")]
public sealed class NameAreas(TrustDb db) : IOperation<NameAreasInput, NamedAreas>
{
    /// <inheritdoc/>
    public async Task<Outcome<NamedAreas>> Run(NameAreasInput input)
    {
        if (input.Errors.Count > 0)
            return Outcome<NamedAreas>.Refused(
                input.Errors.ConvertAll(e => new Refusal(NameAreasRefusal.AreasNotRead, e)));
        if (input.Lines.Find(l => l.Successor is null != l.From is null) is { } half)
            return new Refusal(NameAreasRefusal.HalfASuccession, half.Code);
        var known = await db.Set<PublishedArea>().ToDictionaryAsync(a => a.Code, StringComparer.Ordinal);
        var changed = 0;
        foreach (var line in input.Lines) changed += Take(line, known) ? 1 : 0;
        return known.Values.FirstOrDefault(a => IsCircle(a, known)) is { } circle
            ? new Refusal(NameAreasRefusal.FollowsItself, circle.Code)
            : new NamedAreas(input.Lines.Count, changed);
    }

    private bool Take(AreaLine line, Dictionary<string, PublishedArea> known)
    {
        var isNew = !known.TryGetValue(line.Code, out var area);
        if (isNew) db.Add(known[line.Code] = area = new PublishedArea { Code = line.Code });
        var isSame = !isNew && area!.Name == line.Name
            && (line.Successor is null || (area.Successor, area.SuccessorFrom) == (line.Successor, line.From));
        if (isSame) return false;
        area!.Rename(line.Name);
        if (line.Successor is not null) (area.Successor, area.SuccessorFrom) = (line.Successor, line.From);
        return true;
    }

    private static bool IsCircle(PublishedArea area, Dictionary<string, PublishedArea> known)
    {
        var next = area;
        for (var step = 0; next?.Successor is { } code && step <= known.Count; step++)
        {
            if (code == area.Code) return true;
            next = known.GetValueOrDefault(code);
        }

        return false;
    }
}

/// <summary>What naming came to.</summary>
/// <param name="Lines">Lines of the file.</param>
/// <param name="Changed">Areas that are new or have another name or successor.</param>
public sealed record NamedAreas(int Lines, int Changed);
