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
