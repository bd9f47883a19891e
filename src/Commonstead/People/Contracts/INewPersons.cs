namespace Commonstead.People;

/// <summary>Enters persons for other capabilities, inside their own operations.</summary>
public interface INewPersons
{
    /// <summary>Enters a person; they stand in the register once the running operation is saved.</summary>
    PersonId Enter(NewPerson person);
}

/// <summary>A person to be entered.</summary>
/// <param name="GivenName">The given name or names; null for someone who goes by one name.</param>
/// <param name="FamilyName">The family name, or the only name.</param>
public sealed record NewPerson(string? GivenName, string FamilyName)
{
    /// <summary>The day of birth, when it is known and needed.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>An e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>A phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>A postal address, in lines.</summary>
    public string? Post { get; init; }
}
