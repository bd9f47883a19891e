namespace Commonstead.People;

/// <summary>What may be done with the register of people.</summary>
public static class PeoplePermission
{
    /// <summary>Read names and contact points.</summary>
    public const string See = "people.see";

    /// <summary>Read what the register holds about oneself.</summary>
    public const string SeeOwn = "people.see-own";

    /// <summary>Add and correct entries.</summary>
    public const string Edit = "people.edit";
}
