namespace Commonstead.Platform.Documents;

/// <summary>
/// A kind of record that documents belong to. The capability that keeps such records registers one of these, and by it
/// alone is decided who may see and add documents.
/// </summary>
public interface IDocumentOwner
{
    /// <summary>
    /// The kind's name in addresses and in the record: <c>parcel</c>, <c>lease</c>. Never changed later.
    /// </summary>
    string Kind { get; }

    /// <summary>The record as the present actor may see it, or null when there is none or they may not.</summary>
    Task<DocumentPlace?> Find(Guid id);
}

/// <summary>A record that documents belong to, as the present actor meets it.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Href">Its page.</param>
/// <param name="MayChange">Whether the actor may add and withdraw its documents.</param>
public sealed record DocumentPlace(string Name, string Href, bool MayChange)
{
    /// <summary>
    /// The first day whose documents the actor may see; null for all. Letters to the owner before her are not hers.
    /// </summary>
    public DateOnly? From { get; init; }
}
