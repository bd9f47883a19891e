using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.Platform.Audit;

/// <summary>
/// A record's row as bytes that are the same on every engine and machine: a JSON object of column and text, in
/// the ordinal order of the columns, without the salt.
/// </summary>
internal static class CanonicalRow
{
    private const string ColumnsAnnotation = "Commonstead:CanonicalColumns";

    /// <summary>SHA-256(salt ‖ canonical row) of the record as it now stands.</summary>
    public static byte[] Hash(EntityEntry entry)
    {
        var salt = ((Record)entry.Entity).Salt;
        var bytes = new ArrayBufferWriter<byte>(512);
        bytes.Write(salt);
        Write(entry, bytes);
        return SHA256.HashData(bytes.WrittenSpan);
    }

    /// <summary>The columns of a table in canonical order, with a reader for each.</summary>
    public static IReadOnlyList<CanonicalColumn> Columns(IEntityType entity) =>
        entity.GetOrAddRuntimeAnnotationValue(ColumnsAnnotation, static e => ColumnsOf(e!).ToList(), entity)!;

    private static IEnumerable<CanonicalColumn> ColumnsOf(IEntityType entity) => entity.GetFlattenedProperties()
        .Where(p => p.Name != nameof(Record.Salt))
        .Select(p => new CanonicalColumn(p.GetColumnName(), p))
        .OrderBy(c => c.Name, StringComparer.Ordinal);

    private static void Write(EntityEntry entry, ArrayBufferWriter<byte> bytes)
    {
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        foreach (var column in Columns(entry.Metadata))
        {
            if (Text(entry.CurrentValues[column.Property]) is { } text) json.WriteString(column.Name, text);
            else json.WriteNull(column.Name);
        }

        json.WriteEndObject();
    }

    /// <summary>A value as canonical text; null stays null.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        IRecordId id => RecordIds.Text(id.Value),
        Guid id => RecordIds.Text(id),
        bool yes => yes ? "true" : "false",
        DateTime instant => Instants.Stored(instant).ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),

        // 1.50 and 1.5 are one value; SQLite and PostgreSQL give back different scales.
        decimal number => number.WithoutEmptyDecimals().ToString(CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        Currency currency => currency.Code,
        Enum name => name.ToString(),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{value.GetType().Name} has no canonical text."),
    };
}

/// <summary>A column of a canonical row.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Property">The property behind it.</param>
internal sealed record CanonicalColumn(string Name, IProperty Property);
