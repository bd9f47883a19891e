namespace Commonstead.People;

/// <summary>
/// Says how persons are tied to the trust through one capability: a lease held, a resale, an account. Register an
/// implementation; a person's page shows the ties, and nobody is erased while one is open.
/// </summary>
public interface IPersonTies
{
    /// <summary>The ties of a person, open and ended.</summary>
    /// <param name="ids">The person's id, and those of entries that were merged into theirs.</param>
    Task<IReadOnlyList<PersonTie>> Of(IReadOnlyCollection<PersonId> ids);
}

/// <summary>One tie between a person and the trust.</summary>
/// <param name="What">In words, such as <c>Holds lease 2014-07</c>.</param>
/// <param name="Link">An address of this site, or null.</param>
/// <param name="From">The first day, or null when it is not known.</param>
/// <param name="Until">The last day, or null while it is open.</param>
public sealed record PersonTie(string What, string? Link, DateOnly? From, DateOnly? Until)
{
    /// <summary>True while the tie holds.</summary>
    public bool IsOpen(DateOnly today) => Until is null || Until >= today;
}
