namespace Commonstead.Platform.Web;

/// <summary>One line of a record's story.</summary>
/// <param name="Date">The day it happened.</param>
/// <param name="Kind">What it belongs to, in a word or two of English such as <c>Resale</c>, or empty.</param>
/// <param name="Said">What happened.</param>
/// <param name="Link">Where more of it stands, or null.</param>
public sealed record StoryEntry(DateOnly Date, string Kind, Sentence Said, string? Link = null)
{
    /// <summary>A reason or note, as somebody typed it.</summary>
    public string Note { get; init; } = "";
}
