namespace Commonstead.People;

/// <summary>What other capabilities may ask about organisations.</summary>
public interface IOrganisations
{
    /// <summary>The names of organisations; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<OrganisationId, string>> Names(IReadOnlyCollection<OrganisationId> ids);

    /// <summary>How to reach organisations, in lines; those of which nothing is recorded are left out.</summary>
    Task<IReadOnlyDictionary<OrganisationId, string>> Reach(IReadOnlyCollection<OrganisationId> ids);

    /// <summary>The first organisations by name, for a form to choose from.</summary>
    Task<IReadOnlyList<OrganisationName>> All(int most);
}

/// <summary>Enters organisations for other capabilities, inside their own operations.</summary>
public interface INewOrganisations
{
    /// <summary>
    /// The organisation of a name, entered when the register has none; it stands there once the running operation is
    /// saved.
    /// </summary>
    /// <param name="name">Its legal name.</param>
    /// <param name="reach">How to reach a new one, in lines; null when not known.</param>
    Task<OrganisationId> Named(string name, string? reach);
}

/// <summary>An organisation as a choice.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its legal name.</param>
public sealed record OrganisationName(OrganisationId Id, string Name);

/// <summary>
/// An organisation's name changed; others that keep it in their lists follow in the same transaction.
/// </summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Name">The name as it is now.</param>
public sealed record OrganisationRenamed(OrganisationId Organisation, string Name);
