namespace Commonstead.Land;

/// <summary>
/// Lets another capability show its part on a home's page: its lease, its resales. Register an implementation; the page
/// draws each panel in order.
/// </summary>
public interface IHomePanel
{
    /// <summary>Lower comes first.</summary>
    int Order { get; }

    /// <summary>What to draw for a home, or null when there is nothing that this actor may see.</summary>
    Task<HomePanel?> For(HomeId home);
}

/// <summary>A part of a home's page.</summary>
/// <param name="Partial">The partial view's full path, such as <c>/Leases/_HomeLeases.cshtml</c>; it opens with an
/// h2.</param>
/// <param name="Model">The partial view's model.</param>
public sealed record HomePanel(string Partial, object Model);
