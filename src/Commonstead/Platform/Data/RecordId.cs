namespace Commonstead.Platform.Data;

/// <summary>
/// A typed record id over a GUID; the caller of an operation may make it, so that repeats are harmless.
/// </summary>
public interface IRecordId
{
    /// <summary>The GUID behind the id, ordered by the time it was made.</summary>
    Guid Value { get; }
}

/// <summary>The id type of one kind of record.</summary>
/// <typeparam name="TSelf">The implementing struct.</typeparam>
public interface IRecordId<TSelf> : IRecordId
    where TSelf : struct, IRecordId<TSelf>
{
    /// <summary>Wraps a GUID.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>Makes, reads and writes record ids.</summary>
public static class RecordIds
{
    /// <summary>A new id that sorts after earlier ones (UUID version 7).</summary>
    public static TId New<TId>()
        where TId : struct, IRecordId<TId> => TId.From(Guid.CreateVersion7());

    /// <summary>Wraps a GUID in an id of the named type.</summary>
    public static TId From<TId>(Guid value)
        where TId : struct, IRecordId<TId> => TId.From(value);

    /// <summary>Reads 32 hexadecimal digits, with or without hyphens.</summary>
    public static bool TryParse<TId>(string? text, out TId id)
        where TId : struct, IRecordId<TId>
    {
        var read = Guid.TryParse(text, out var value);
        id = TId.From(value);
        return read;
    }

    /// <summary>The text of an id in addresses, files and forms: 32 lower-case hexadecimal digits.</summary>
    public static string Text(Guid value) => value.ToString("N");
}
