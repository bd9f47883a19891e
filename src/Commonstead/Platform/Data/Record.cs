namespace Commonstead.Platform.Data;

/// <summary>
/// What every stored record carries: a version that guards against lost changes, and a salt for its attestation.
/// </summary>
public abstract class Record
{
    /// <summary>
    /// Counts the record's changes from 1; forms and ETags carry it, and a save with an older one is refused.
    /// </summary>
    public int Version { get; internal set; }

    /// <summary>
    /// Random bytes hashed with the row, so that an attested hash reveals nothing once the record is erased.
    /// </summary>
    public byte[] Salt { get; internal set; } = [];

    /// <summary>True while an operation erases the record's personal text; its old values are then not kept.</summary>
    internal bool IsBeingErased { get; private set; }

    /// <summary>The record's id as a GUID, whatever its typed id is.</summary>
    internal abstract Guid Key { get; }

    /// <summary>
    /// Takes a new salt, so that earlier attestations say nothing any more, and keeps old values out of the trail.
    /// </summary>
    internal void Erase()
    {
        Salt = System.Security.Cryptography.RandomNumberGenerator.GetBytes(16);
        IsBeingErased = true;
    }
}

/// <summary>A record with a typed id.</summary>
/// <typeparam name="TId">The id's type, declared in the capability's Contracts.</typeparam>
public abstract class Record<TId> : Record
    where TId : struct, IRecordId<TId>
{
    /// <summary>The record's id.</summary>
    public TId Id { get; init; } = RecordIds.New<TId>();

    internal override Guid Key => Id.Value;
}

/// <summary>Marks a record whose rows are never changed or removed; database triggers hold to it.</summary>
public interface IAppendOnly;
