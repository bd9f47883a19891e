namespace Commonstead.Governance;

/// <summary>What may be done with bylaws and resolutions.</summary>
public static class GovernancePermission
{
    /// <summary>Read the bylaws, resolutions and how they were decided.</summary>
    public const string See = "governance.see";

    /// <summary>Keep the bylaws, bring resolutions and record how they were decided.</summary>
    public const string Keep = "governance.keep";

    /// <summary>Confirm, as the second of two people, what a body is recorded to have decided.</summary>
    public const string Confirm = "governance.confirm";
}
