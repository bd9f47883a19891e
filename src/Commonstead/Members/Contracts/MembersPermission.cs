namespace Commonstead.Members;

/// <summary>What may be done with the register of members.</summary>
public static class MembersPermission
{
    /// <summary>Read the register.</summary>
    public const string See = "members.see";

    /// <summary>Admit members, keep their entries, end memberships, set the terms.</summary>
    public const string Keep = "members.keep";

    /// <summary>Decide on applications.</summary>
    public const string Decide = "members.decide";

    /// <summary>See whose dues are open, and how dues were settled.</summary>
    public const string SeeDues = "members.see-dues";

    /// <summary>Record that dues were settled.</summary>
    public const string KeepDues = "members.keep-dues";

    /// <summary>See one's own membership, and end it.</summary>
    public const string Own = "members.own";
}
