using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.People;

/// <summary>All that the trust holds about one person, as they may ask for it.</summary>
/// <param name="Trust">Who holds it.</param>
/// <param name="Person">The person's id.</param>
/// <param name="MadeAt">When the file was made, in UTC.</param>
/// <param name="Ties">How they are and were tied to the trust.</param>
/// <param name="Rows">Every stored row about them.</param>
public sealed record PersonFile(
    string Trust, string Person, DateTime MadeAt, IReadOnlyList<PersonTie> Ties, IReadOnlyList<PersonFileRow> Rows);

/// <summary>A stored row.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Columns">Its columns about the person.</param>
public sealed record PersonFileRow(string Table, IReadOnlyList<PersonFileColumn> Columns);

/// <summary>A stored value.</summary>
/// <param name="Name">The column.</param>
/// <param name="Value">The value as text.</param>
/// <param name="Purpose">Why it is held; null for dates, numbers and ids that only go with it.</param>
/// <param name="Kept">How long it is kept.</param>
public sealed record PersonFileColumn(string Name, string? Value, string? Purpose, string? Kept);

/// <summary>Makes a person's file from what the columns declare.</summary>
public sealed class PersonFiles(TrustDb db, Acting acting, PeopleRegister people, PersonRows rows, Ties ties)
{
    /// <summary>The file of a person the actor may see, or null.</summary>
    public async Task<PersonFile?> Of(PersonId id)
    {
        if (await people.Person(id) is not { MergedInto: null }) return null;
        db.ChangeTracker.Clear();
        var about = await rows.Of(await ties.SameAs(id));
        return new PersonFile(
            acting.Profile.Name, id.ToString(), acting.Now, await ties.Of(id),
            [.. about.Select(Row).OrderBy(r => r.Table, StringComparer.Ordinal)]);
    }

    private static PersonFileRow Row(EntityEntry row) => new(
        row.Metadata.GetTableName()!,
        [.. CanonicalRow.Columns(row.Metadata).Where(c => IsAboutThem(c.Property)).Select(c => Column(row, c))]);

    private static PersonFileColumn Column(EntityEntry row, CanonicalColumn column)
    {
        var declared = column.Property.ClrType == typeof(string) || PersonalColumns.IsMarked(column.Property)
            ? PersonalColumns.Of(column.Property)
            : null;
        return new PersonFileColumn(
            column.Name, CanonicalRow.Text(row.CurrentValues[column.Property]), declared?.Purpose, declared?.Kept);
    }

    // Text goes out when it is declared personal; dates, numbers and ids of a row about the person go with it.
    private static bool IsAboutThem(IProperty column) =>
        column.ClrType == typeof(string) ? PersonalColumns.Of(column) is not null
        : column.ClrType != typeof(byte[]) && column.Name != nameof(Record.Version);
}
