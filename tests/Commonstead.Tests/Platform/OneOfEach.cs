using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Record = Commonstead.Platform.Data.Record;

namespace Commonstead.Tests.Platform;

/// <summary>Asks for nothing.</summary>
internal sealed record OneOfEachInput;

/// <summary>
/// Writes one row of every kind of record there is in the model, with every column filled, audited like everything
/// else; a kind of record added later is among them without being named here.
/// </summary>
[OpenToAnyone("It stands in the tests only.")]
internal sealed class OneOfEach(TrustDb db) : IOperation<OneOfEachInput, Done>
{
    private readonly Dictionary<IEntityType, object> _made = [];
    private int _count;

    public Task<Outcome<Done>> Run(OneOfEachInput input)
    {
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(Record))))
            Made(entity);
        return Task.FromResult<Outcome<Done>>(default(Done));
    }

    private object Made(IEntityType entity)
    {
        if (_made.TryGetValue(entity, out var made)) return made;
        if (!entity.ClrType.IsAssignableTo(typeof(Record))) return _made[entity] = Existing(entity);
        var row = Activator.CreateInstance(entity.ClrType, nonPublic: true)!;
        var entry = db.Entry(row);
        foreach (var part in entity.GetComplexProperties())
            entry.ComplexProperty(part.Name).CurrentValue = SampleOf(part.ClrType, null, part.Name);
        foreach (var property in entity.GetProperties().Where(IsToBeFilled))
        {
            var principal = property.GetContainingForeignKeys().FirstOrDefault();
            entry.Property(property.Name).CurrentValue = principal is null
                ? SampleOf(property.ClrType, property.GetMaxLength(), property.Name)
                : db.Entry(Made(principal.PrincipalEntityType))
                    .Property(principal.PrincipalKey.Properties[0].Name).CurrentValue;
        }

        if (row is IAttestsRows)
        {
            var (hash, count) = RowsHash.Of([]);
            foreach (var property in entity.GetProperties().Where(p => p.Name is "FiguresHash" or "AttestedHash"))
                entry.Property(property.Name).CurrentValue = hash;
            foreach (var property in entity.GetProperties().Where(p => p.Name is "FigureCount" or "AttestedCount"))
                entry.Property(property.Name).CurrentValue = count;
        }

        db.Add(row);
        return _made[entity] = row;
    }

    private object Existing(IEntityType entity)
    {
        var set = typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!
            .MakeGenericMethod(entity.ClrType);
        return ((IQueryable)set.Invoke(db, null)!).Cast<object>().First();
    }

    private static bool IsToBeFilled(IProperty property) => !property.IsPrimaryKey() && !property.IsShadowProperty()
        && property.Name is not (nameof(Record.Version) or nameof(Record.Salt));

    private object SampleOf(Type kind, int? longest, string name)
    {
        var type = Nullable.GetUnderlyingType(kind) ?? kind;
        _count++;
        if (type == typeof(string)) return Text(longest ?? 40);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        if (type.IsAssignableTo(typeof(IRecordId))) return Activator.CreateInstance(type, Guid.CreateVersion7())!;
        if (type == typeof(Money)) return Money.Of(1_234_567, Currency.Usd);
        if (type == typeof(Currency)) return Currency.Usd;
        if (type == typeof(DateOnly)) return new DateOnly(2026, 5, 11);
        if (type == typeof(DateTime)) return new DateTime(2026, 5, 11, 9, 8, 7, DateTimeKind.Utc);
        if (type == typeof(Guid)) return Guid.CreateVersion7();
        if (type == typeof(bool)) return true;
        if (type == typeof(decimal)) return 12.5m;
        if (type == typeof(byte[])) return new byte[] { 1, 2, 3 };
        return type.IsPrimitive
            ? Convert.ChangeType(7, type, CultureInfo.InvariantCulture)
            : throw new NotSupportedException($"{name} is a {type.Name}; give SampleOf one.");
    }

    private string Text(int longest)
    {
        var text = $"{_count:0000}x sample";
        return text.Length <= longest ? text : text[..longest];
    }
}
