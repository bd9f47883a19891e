namespace Commonstead.Leases;

/// <summary>
/// What another capability adds to the story of a lease: a resale's steps, a determination, a payment in arrears. It
/// answers only what the present actor may see.
/// </summary>
public interface ILeaseStory
{
    /// <summary>The capability's part of the story, in any order.</summary>
    Task<IReadOnlyList<StoryEntry>> Of(LeaseId lease);
}

/// <summary>One line of a lease's story.</summary>
/// <param name="Date">The day it happened.</param>
/// <param name="Kind">What it belongs to, in a word or two of English: <c>Resale</c>.</param>
/// <param name="Text">What happened, in English with places {0}, {1}; the key of its translation.</param>
/// <param name="Link">Where more of it stands, or null.</param>
public sealed record StoryEntry(DateOnly Date, string Kind, string Text, string? Link = null)
{
    /// <summary>What fills the text's places: money, dates, names.</summary>
    public IReadOnlyList<object> Figures { get; init; } = [];
}
