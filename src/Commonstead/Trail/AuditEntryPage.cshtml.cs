using System.Globalization;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Trail;

/// <summary>One entry: what it attests of each record, the seal that covers it, and what changed.</summary>
[ResponseCache(NoStore = true)]
public sealed class AuditEntryPageModel(TrailRegister trail, RecordNames records, ChangeReader changes) : PageModel
{
    private const int RecordsPerPage = 25;

    private IReadOnlyDictionary<Guid, IReadOnlyList<ShownChange>> _changes =
        new Dictionary<Guid, IReadOnlyList<ShownChange>>();

    /// <summary>The entry.</summary>
    internal AuditEntry Entry { get; private set; } = null!;

    /// <summary>Who did it.</summary>
    public string Who { get; private set; } = "";

    /// <summary>The seal that covers it, or null.</summary>
    internal Seal? Seal { get; private set; }

    /// <summary>The records shown on this page.</summary>
    internal IReadOnlyList<Attestation> Attested { get; private set; } = [];

    /// <summary>How many records it attests.</summary>
    public int Count { get; private set; }

    /// <summary>The page of its records, from 1.</summary>
    public int Shown { get; private set; } = 1;

    /// <summary>The last page of its records.</summary>
    public int Last => Math.Max(1, (Count + RecordsPerPage - 1) / RecordsPerPage);

    /// <summary>What was done, in English.</summary>
    public string What => OperationWords.Of(Entry.Operation);

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(long number)
    {
        if (await trail.Entry(number) is not { } entry) return NotFound();
        Entry = entry;
        Who = (await trail.NamesOf([entry.Actor])).GetValueOrDefault(entry.Actor, entry.Actor);
        Seal = await trail.SealOf(number);
        Count = await trail.CountAttested(number);
        var asked = Request.Query["page"].ToString();
        if (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0)
            Shown = Math.Min(page, Last);
        Attested = await trail.Attested(number, (Shown - 1) * RecordsPerPage, RecordsPerPage);
        await records.Learn(Attested);
        _changes = await changes.Of(number, [.. Attested.Select(a => a.Key)]);
        return Page();
    }

    /// <summary>A record in words.</summary>
    internal ShownRecord RecordOf(Attestation attested) => records.Of(attested.Table, attested.Key);

    /// <summary>What changed in a record; null when its values are not kept.</summary>
    internal IReadOnlyList<ShownChange>? ChangesOf(Attestation attested) => _changes.GetValueOrDefault(attested.Key);
}
