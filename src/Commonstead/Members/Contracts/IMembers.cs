using Commonstead.People;

namespace Commonstead.Members;

/// <summary>
/// What other capabilities may ask of the register of members, whoever asks: a roll is the same for everybody.
/// </summary>
public interface IMembers
{
    /// <summary>
    /// Who may vote on a day, in the order of their numbers: every member of it, one entry a membership. An
    /// organisation without a representative on that day has nobody to vote for it and is left out.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="classes">The codes of the classes that vote; null for all of them.</param>
    Task<IReadOnlyList<MemberOnRoll>> RollOn(DateOnly day, IReadOnlyCollection<string>? classes = null);

    /// <summary>
    /// The membership a person votes by on a day: her own, else that of an organisation she represents; null when
    /// there is none.
    /// </summary>
    Task<MemberOnRoll?> MemberOf(PersonId person, DateOnly day);

    /// <summary>Every membership a person votes by on a day: her own first, then those of organisations.</summary>
    Task<IReadOnlyList<MemberOnRoll>> VotesOf(PersonId person, DateOnly day);

    /// <summary>The classes by which persons vote on a day; those who vote by none are left out.</summary>
    Task<ILookup<PersonId, string>> ClassesOf(IReadOnlyCollection<PersonId> persons, DateOnly day);

    /// <summary>What members are called, and who votes for them today; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<MemberId, string>> Names(IReadOnlyCollection<MemberId> ids);

    /// <summary>What every membership is called, for a list of records that name members: it is put in order and
    /// searched where it is stored.</summary>
    IQueryable<MemberName> AllNames { get; }

    /// <summary>The classes that the terms of a day know, with those that only have seats on the board.</summary>
    Task<IReadOnlyList<MemberClass>> ClassesOn(DateOnly day);

    /// <summary>True when anybody may ask to join today.</summary>
    Task<bool> CanBeJoined();
}

/// <summary>A member on the roll of a day.</summary>
/// <param name="Id">The membership; one vote each.</param>
/// <param name="Number">The member's number in the register.</param>
/// <param name="Person">The natural person who votes: the member herself, or the organisation's representative.</param>
/// <param name="Name">The member's name: the person's, or the organisation's.</param>
/// <param name="Class">The code of the member's class on that day.</param>
public sealed record MemberOnRoll(MemberId Id, int Number, PersonId Person, string Name, string Class);

/// <summary>What a membership is called.</summary>
public sealed class MemberName
{
    /// <summary>The membership.</summary>
    public MemberId Id { get; init; }

    /// <summary>The member's name: the person's, or the organisation's.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name as lists are ordered: family name first.</summary>
    public string SortName { get; init; } = "";

    /// <summary>What searches look in: name and number, folded.</summary>
    public string Search { get; init; } = "";
}

/// <summary>A class of the terms of membership.</summary>
/// <param name="Code">What records and ballots name it by, such as <c>leaseholder</c>; it never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="HasMembers">False for a class that only has seats on the board, such as the public's.</param>
public sealed record MemberClass(string Code, string Name, bool HasMembers);
