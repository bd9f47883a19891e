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

    /// <summary>
    /// What other registers take from a person's entry; unknown ids are left out, merged ones are not followed. Whoever
    /// asks says who may see it.
    /// </summary>
    Task<IReadOnlyDictionary<PersonId, PersonEntry>> Entries(IReadOnlyCollection<PersonId> ids);

    /// <summary>Everybody in the register, in one pass, whoever asks: for a file of names and addresses.</summary>
    Task<IReadOnlyList<PersonEntry>> All();

    /// <summary>
    /// The persons who are reached by an e-mail address, however it is capitalised, whoever asks: for what must know
    /// whether somebody stands in the register already.
    /// </summary>
    Task<IReadOnlyList<PersonEntry>> WithEmail(string email);
}

/// <summary>A person's entry as other registers need it.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">Their name, as letters state it.</param>
/// <param name="SortName">Their name as lists are ordered: family name first.</param>
/// <param name="BornOn">The day of birth, when known.</param>
/// <param name="Email">An e-mail address, the preferred one first; null when none is in use.</param>
/// <param name="Post">A postal address in lines, the preferred one first; null when none is in use.</param>
public sealed record PersonEntry(
    PersonId Id, string Name, string SortName, DateOnly? BornOn, string? Email, string? Post);

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
/// <param name="SortName">The name as lists are ordered; empty when it was erased.</param>
public sealed record PersonRenamed(PersonId Person, string Name, string SortName);

/// <summary>
/// One person's two entries became one; records that a person may have only once follow in the same transaction. What
/// referred to the duplicate refers to the entry kept as soon as this is saved, and not before.
/// </summary>
/// <param name="Duplicate">The entry that gave way.</param>
/// <param name="Kept">The entry that stays.</param>
public sealed record PersonsMerged(PersonId Duplicate, PersonId Kept);
