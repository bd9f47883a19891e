using System.Globalization;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Trail;

/// <summary>Who did what, when, to which records.</summary>
[ResponseCache(NoStore = true)]
public sealed class AuditTrailModel(
    TrailRegister trail, RecordNames records, Acting acting, IStringLocalizer<Words> words) : PageModel
{
    private IReadOnlyDictionary<string, string> _actors = new Dictionary<string, string>();
    private IReadOnlyDictionary<long, TouchedRecords> _touched = new Dictionary<long, TouchedRecords>();
    private IReadOnlyList<Guid> _parts = [];

    /// <summary>The page of the trail asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>The last seal, or null.</summary>
    internal Seal? Head { get; private set; }

    /// <summary>The record the trail is narrowed to, or null.</summary>
    public ShownRecord? Only { get; private set; }

    /// <summary>Shows the trail, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        if (Guid.TryParse(query.Filter("record"), out var record)) (Only, _parts) = await records.WithParts(record);
        _actors = await trail.Actors();
        if (query.WantsCsv)
        {
            trail.ReadApart();
            return Columns().Csv(trail.Entries, query);
        }

        Listing = await Columns().Read(trail.Entries, query);
        Head = await trail.Head();
        return Page();
    }

    private Listing<AuditEntry> Columns() => Listing<AuditEntry>.Of("Audit trail", e => e.Number)
        .Column("When", "at", e => e.At)
        .Column("Who", e => _actors.GetValueOrDefault(e.Actor, e.Actor))
        .Column("What", e => words[OperationWords.Of(e.Operation)].Value, link: e => $"/audit/{e.Number}")
        .Column("Records", RecordsOf, link: LinkOf)
        .SortedAtFirst("-at")
        .Learn(async shown => _touched = await trail.TouchedBy([.. shown.Select(e => e.Number)]))
        .Filter("Who", "who", Actors(), (entries, who) => entries.Where(e => e.Actor == who))
        .Filter("What", "what", Operations(), (entries, what) => entries.Where(e => e.Operation == what))
        .Day("From", "from", (entries, day) => After(entries, InstantOf(day)))
        .Day("To", "to", (entries, day) => Before(entries, InstantOf(day.AddDays(1))))
        .Record("record", (entries, _) => trail.Touching(entries, _parts));

    private static IQueryable<AuditEntry> After(IQueryable<AuditEntry> entries, DateTime at) =>
        entries.Where(e => e.At >= at);

    private static IQueryable<AuditEntry> Before(IQueryable<AuditEntry> entries, DateTime at) =>
        entries.Where(e => e.At < at);

    private string RecordsOf(AuditEntry entry)
    {
        if (!_touched.TryGetValue(entry.Number, out var touched)) return "";
        var named = string.Join(", ", touched.First.Select(r => r.Words));
        var more = touched.Count - touched.First.Count;
        return touched.First.Count == 0 ? words["{0} records", Number(touched.Count)]
            : more == 0 ? named
            : words["{0} and {1} more", named, Number(more)];
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private string? LinkOf(AuditEntry entry) => _touched.TryGetValue(entry.Number, out var touched)
        ? touched.First is [{ Page: { } page }, ..] ? page : null
        : null;

    private List<SelectListItem> Actors() => [.. _actors.OrderBy(a => a.Value, StringComparer.CurrentCulture)
        .Select(a => new SelectListItem(a.Value, a.Key))];

    private static List<SelectListItem> Operations() => [.. OperationWords.All
        .OrderBy(o => o.Value, StringComparer.Ordinal).Select(o => new SelectListItem(o.Value, o.Key))];

    // The day as the trust's place has it; where clocks skip midnight it begins with its first instant.
    private DateTime InstantOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        var zone = acting.Profile.Zone;
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }
}
