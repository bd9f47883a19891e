using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>Two entries of one person.</summary>
public sealed class MergePersonsInput
{
    /// <summary>The entry that gives way.</summary>
    public PersonId Duplicate { get; set; }

    /// <summary>The entry that stays.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "The entry to keep")]
    public PersonId Kept { get; set; }
}

/// <summary>Why two entries are not merged.</summary>
public enum MergePersonsRefusal
{
    /// <summary>One entry is not two.</summary>
    [Says("Choose another entry: this is the same one.", Field = nameof(MergePersonsInput.Kept))]
    SameEntry,

    /// <summary>A redirect leads to an entry, never to another redirect.</summary>
    [Says("One of the entries was merged into another before, or erased.", Kind = RefusalKind.Conflict)]
    NoLongerKept,
}

/// <summary>
/// Merges a duplicate into the entry that stays: what referred to the one refers to the other from then on, and the
/// duplicate's id leads to it. What may never change keeps the old id and is followed through the redirect.
/// </summary>
[Needs(PeoplePermission.Edit)]
[Does("Two entries of one person merged")]
public sealed class MergePersons(TrustDb db, PersonRows rows, Events events) : IOperation<MergePersonsInput, PersonId>
{
    /// <inheritdoc/>
    public async Task<Outcome<PersonId>> Run(MergePersonsInput input)
    {
        if (input.Duplicate == input.Kept) return MergePersonsRefusal.SameEntry;
        var persons = await db.Set<Person>().Include(p => p.Contacts)
            .Where(p => p.Id == input.Duplicate || p.Id == input.Kept).ToListAsync();
        if (persons.Count < 2) return CommonRefusal.NotFound;
        if (persons.Exists(p => p.MergedInto is not null || p.ErasedOn is not null))
            return MergePersonsRefusal.NoLongerKept;
        var kept = persons.Single(p => p.Id == input.Kept);
        var duplicate = persons.Single(p => p.Id == input.Duplicate);
        if (kept.Contacts.Exists(c => c.IsPreferred)) duplicate.Contacts.ForEach(c => c.IsPreferred = false);
        kept.BornOn ??= duplicate.BornOn;
        kept.AddressedAs ??= duplicate.AddressedAs;
        await MoveReferences(duplicate.Id, kept.Id);
        duplicate.MergedInto = kept.Id;
        kept.Index();
        if (await events.Raise(new PersonsMerged(duplicate.Id, kept.Id)) is { Count: > 0 } unmerged)
            return Outcome<PersonId>.Refused(unmerged);

        // What others keep in their lists still stands under either id until this is saved.
        foreach (var id in (PersonId[])[kept.Id, duplicate.Id])
        {
            if (await events.Raise(new PersonRenamed(id, kept.Name, kept.SortName)) is { Count: > 0 } refused)
                return Outcome<PersonId>.Refused(refused);
        }

        return kept.Id;
    }

    private async Task MoveReferences(PersonId from, PersonId to)
    {
        foreach (var column in rows.Columns().Where(c => !c.IsKey()).ToList())
        {
            if (column.DeclaringType.ClrType.IsAssignableTo(typeof(IAppendOnly))) continue;
            foreach (var row in await rows.RowsHolding(column, [from]))
                db.Entry(row).Property(column.Name).CurrentValue = to;
        }

        db.ChangeTracker.DetectChanges();
    }
}
