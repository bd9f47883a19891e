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

    /// <summary>The entry that stands for each person now: their own, or the one it was merged into.</summary>
    Task<IReadOnlyDictionary<PersonId, PersonId>> Kept(IReadOnlyCollection<PersonId> ids);

    /// <summary>
    /// Persons whose name or contact points hold the words, as forms ask for them: exact names first, then by name.
    /// </summary>
    /// <param name="words">What was typed, or a person's id; empty for the first persons of the register.</param>
    /// <param name="most">At most so many, up to 500.</param>
    Task<IReadOnlyList<PersonMatch>> Find(string words, int most);

    /// <summary>
    /// Persons by their id or by their whole name, however it is capitalised; longer names that hold it do not count.
    /// For a few or for a whole file of them at once.
    /// </summary>
    /// <param name="asked">Ids and names.</param>
    Task<IReadOnlyDictionary<string, IReadOnlyList<PersonMatch>>> Named(IReadOnlyCollection<string> asked);
}

/// <summary>A person found by words.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">Their name, as letters address them.</param>
/// <param name="Known">What tells them from their namesakes, such as an e-mail address; empty when nothing.</param>
public sealed record PersonMatch(PersonId Id, string Name, string Known);

/// <summary>
/// A person's name changed, was erased, or gave way to that of the entry they were merged into; others that keep it in
/// their lists follow in the same transaction.
/// </summary>
/// <param name="Person">The person.</param>
/// <param name="Name">The name as it is now.</param>
public sealed record PersonRenamed(PersonId Person, string Name);
