namespace Commonstead.People;

/// <summary>What other capabilities may ask the register of people.</summary>
public interface IPeople
{
    /// <summary>
    /// The names of persons as letters address them; ids that are unknown are left out, merged ones are followed.
    /// </summary>
    Task<IReadOnlyDictionary<PersonId, string>> Names(IReadOnlyCollection<PersonId> ids);

    /// <summary>True when the person is in the register and not merged into another.</summary>
    Task<bool> Exists(PersonId id);

    /// <summary>Persons whose name or contact points hold the words, for choosing one in a form.</summary>
    /// <param name="words">As typed; empty for the first persons of the register.</param>
    /// <param name="most">How many at most, up to 500.</param>
    Task<IReadOnlyList<PersonChoice>> Find(string words, int most = 100);
}

/// <summary>A person to choose in a form.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">Family name first, as lists are ordered.</param>
/// <param name="Hint">What tells them from another of the same name: an e-mail address or phone number; else empty.</param>
public sealed record PersonChoice(PersonId Id, string Name, string Hint);
