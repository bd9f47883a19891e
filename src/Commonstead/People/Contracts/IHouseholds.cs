namespace Commonstead.People;

/// <summary>What other capabilities may ask about households.</summary>
public interface IHouseholds
{
    /// <summary>How many belong to a household on a date; null when there is no such household.</summary>
    Task<int?> SizeOn(HouseholdId household, DateOnly date);

    /// <summary>The household a person belongs to on a date, with its size then; null when none is recorded.</summary>
    Task<HouseholdOf?> Of(PersonId person, DateOnly date);

    /// <summary>
    /// The day since which two persons have belonged to one household without a break, as of a date; null when they did
    /// not belong together on it.
    /// </summary>
    Task<DateOnly?> TogetherSince(PersonId one, PersonId other, DateOnly date);
}

/// <summary>A person's household.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Size">How many belong to it on the date asked for.</param>
public sealed record HouseholdOf(HouseholdId Id, string Name, int Size);
