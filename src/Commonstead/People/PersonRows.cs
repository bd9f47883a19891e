using System.Reflection;
using Commonstead.Platform.Data;
using Commonstead.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.People;

/// <summary>
/// Finds every stored row that speaks of a person, from the model alone: rows with a column that holds their id, and
/// what belongs to a row that is declared personal as a whole, such as an account's passkeys.
/// </summary>
public sealed class PersonRows(TrustDb db, Outbox outbox)
{
    private static readonly MethodInfo _holding = Own(nameof(Holding));

    private static readonly MethodInfo _belonging = Own(nameof(Belonging));

    /// <summary>The rows, tracked, each once.</summary>
    /// <param name="ids">The person's id, and those of entries that were merged into theirs.</param>
    internal async Task<IReadOnlyList<EntityEntry>> Of(IReadOnlyCollection<PersonId> ids)
    {
        var found = new List<object>(await db.Set<Person>().Where(p => ids.Contains(p.Id)).ToListAsync());
        foreach (var column in Columns()) found.AddRange(await RowsHolding(column, ids));
        found.AddRange(await outbox.About([.. ids.Select(id => id.Value)]));
        foreach (var whole in found.ToList().Select(row => db.Entry(row)).Where(IsPersonalAsAWhole))
            found.AddRange(await Dependents(whole));
        return [.. found.Distinct().Select(row => db.Entry(row))];
    }

    /// <summary>The rows that hold one of the ids in a column of this model.</summary>
    internal Task<List<object>> RowsHolding(IProperty column, IReadOnlyCollection<PersonId> ids) =>
        (Task<List<object>>)_holding.MakeGenericMethod(column.DeclaringType.ClrType)
            .Invoke(this, [column.Name, column.IsNullable, ids])!;

    /// <summary>Every column of the model that holds a person's id.</summary>
    internal IEnumerable<IProperty> Columns() => db.Model.GetEntityTypes()
        .Where(e => !e.IsOwned() && !e.HasSharedClrType)
        .SelectMany(e => e.GetProperties())
        .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(PersonId))
        .Where(p => p.DeclaringType.ClrType != typeof(Person) || p.Name == nameof(Person.MergedInto));

    private async Task<List<object>> Holding<T>(string column, bool nullable, IReadOnlyCollection<PersonId> ids)
        where T : class
    {
        var maybe = ids.Select(id => (PersonId?)id).ToList();
        var rows = nullable
            ? db.Set<T>().Where(row => maybe.Contains(EF.Property<PersonId?>(row, column)))
            : db.Set<T>().Where(row => ids.Contains(EF.Property<PersonId>(row, column)));
        return [.. await rows.ToListAsync()];
    }

    private static bool IsPersonalAsAWhole(EntityEntry row) =>
        row.Metadata.ClrType.GetCustomAttribute<PersonalAttribute>() is not null;

    private async Task<List<object>> Dependents(EntityEntry whole)
    {
        var found = new List<object>();
        foreach (var key in whole.Metadata.GetReferencingForeignKeys().Where(k => !k.IsOwnership))
        {
            if (key.Properties is not [var column] || key.PrincipalKey.Properties is not [var principal]) continue;
            var read = _belonging.MakeGenericMethod(key.DeclaringEntityType.ClrType, column.ClrType);
            found.AddRange(await (Task<List<object>>)read.Invoke(this, [column.Name, whole.CurrentValues[principal]])!);
        }

        return found;
    }

    private async Task<List<object>> Belonging<T, TKey>(string column, TKey key)
        where T : class => [.. await db.Set<T>().Where(r => EF.Property<TKey>(r, column)!.Equals(key)).ToListAsync()];

    private static MethodInfo Own(string name) =>
        typeof(PersonRows).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance)!;
}
