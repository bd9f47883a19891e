namespace Commonstead.Land;

/// <summary>
/// Lets another capability say in a line what stands of homes: who leases one, that one is being sold. The pages of a
/// parcel and of a home show the lines. Register an implementation; it answers only what the present actor may see.
/// </summary>
public interface IHomeNotes
{
    /// <summary>The lines of several homes at once, in the order they are to be read.</summary>
    Task<ILookup<HomeId, HomeNote>> Of(IReadOnlyCollection<HomeId> homes);
}

/// <summary>A line about a home.</summary>
/// <param name="Text">What stands, in English with places {0}, {1}; the key of its translation.</param>
/// <param name="Link">Where more of it stands.</param>
/// <param name="Figures">What fills the places.</param>
public sealed record HomeNote(string Text, string Link, params object[] Figures);
