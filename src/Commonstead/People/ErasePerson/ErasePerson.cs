using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.People;

/// <summary>A person whose data is to be erased.</summary>
public sealed class ErasePersonInput
{
    /// <summary>The person.</summary>
    public PersonId Person { get; set; }

    /// <summary>That whoever does it knows what it does.</summary>
    [Display(Name = "I understand that this cannot be undone")]
    public bool IsUnderstood { get; set; }
}

/// <summary>Why a person's data is not erased.</summary>
public enum ErasePersonRefusal
{
    /// <summary>Nobody erases by mistake.</summary>
    [Says("Say that you understand that this cannot be undone.", Field = nameof(ErasePersonInput.IsUnderstood))]
    NotConfirmed,

    /// <summary>The entry it was merged into is the one to erase.</summary>
    [Says("This entry was merged into another. Erase that one.", Kind = RefusalKind.Conflict)]
    NoLongerKept,

    /// <summary>While there is a lease or an account, the data is needed (GDPR, article 17(3)).</summary>
    [Says("They are still tied to the trust: {0}. End that first.")]
    StillTied,

    /// <summary>What is left is what the law asks for.</summary>
    [Says("There is nothing more to erase. What is left must be kept until {0}.")]
    NothingLeft,
}

/// <summary>
/// Erases what is declared personal about someone, in every table, with the salts and the change history of those rows.
/// Text that a claim may still need stays until its years have passed; erasing again then takes it too.
/// </summary>
[Needs(PeoplePermission.Edit)]
[Does("Person erased")]
public sealed class ErasePerson(TrustDb db, Acting acting, PersonRows rows, Ties ties, Events events)
    : IOperation<ErasePersonInput, PersonId>
{
    /// <inheritdoc/>
    public async Task<Outcome<PersonId>> Run(ErasePersonInput input)
    {
        if (!input.IsUnderstood) return ErasePersonRefusal.NotConfirmed;
        if (await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == input.Person) is not { } person)
            return CommonRefusal.NotFound;
        if (person.MergedInto is not null) return ErasePersonRefusal.NoLongerKept;
        var all = await ties.Of(person.Id);
        if (all.FirstOrDefault(t => t.IsOpen(acting.Today)) is { } open)
            return new Refusal(ErasePersonRefusal.StillTied, open.What);
        var lastTie = all.Max(t => t.Until);
        var about = await rows.Of(await ties.SameAs(person.Id));
        var erased = about.Where(row => EraseRow(row, lastTie)).ToList();
        if (erased.Count == 0)
        {
            var until = lastTie?.AddYears(PersonalAttribute.YearsOfADeed) ?? acting.Today;
            return new Refusal(ErasePersonRefusal.NothingLeft, until);
        }

        person.ErasedOn = acting.Today;
        await EraseHistory(erased);
        return await events.Raise(new PersonRenamed(person.Id, person.Name, person.SortName))
            is { Count: > 0 } refused
            ? Outcome<PersonId>.Refused(refused)
            : person.Id;
    }

    private bool EraseRow(EntityEntry row, DateOnly? lastTie)
    {
        if (row.Entity is IAppendOnly) return false;
        var columns = row.Metadata.GetProperties().Where(p => MayGo(p, lastTie) && HasContent(row, p)).ToList();
        foreach (var column in columns) row.CurrentValues[column] = Blank(row, column);
        if (columns.Count > 0 && row.Entity is Record record) record.Erase();
        return columns.Count > 0;
    }

    private bool MayGo(IProperty column, DateOnly? lastTie)
    {
        if (column.IsKey()) return false;
        if (column.ClrType != typeof(string) && !PersonalColumns.IsMarked(column)) return false;
        if (PersonalColumns.Of(column) is not { } declared) return false;
        return lastTie is not { } ended || ended.AddYears(declared.YearsByLaw) < acting.Today;
    }

    private static bool HasContent(EntityEntry row, IProperty column) =>
        !Equals(row.CurrentValues[column], Blank(row, column));

    // A text that must stand and be unique becomes the row's id, which says nothing.
    private static object? Blank(EntityEntry row, IProperty column)
    {
        if (column.IsNullable) return null;
        if (column.ClrType != typeof(string)) return Activator.CreateInstance(column.ClrType);
        return column.GetContainingIndexes().Any(i => i.IsUnique)
            ? "erased " + row.CurrentValues[row.Metadata.FindPrimaryKey()!.Properties[0]]
            : "";
    }

    private async Task EraseHistory(List<EntityEntry> erased)
    {
        var keys = erased.Select(row => row.Entity).OfType<Record>().Select(r => r.Key).ToList();
        db.RemoveRange(await db.Set<RecordChange>().Where(c => keys.Contains(c.Key)).ToListAsync());
    }
}
