namespace Commonstead.People;

/// <summary>What other capabilities may ask the register of people.</summary>
public interface IPeople
{
    /// <summary>
    /// The names of persons as letters address them; ids that are unknown are left out, merged ones are followed.
    /// </summary>
    Task<IReadOnlyDictionary<PersonId, string>> Names(IReadOnlyCollection<PersonId> ids);

    /// <summary>True when the person is in the register.</summary>
    Task<bool> Exists(PersonId id);
}
