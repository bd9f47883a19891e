namespace Commonstead.Platform.Audit;

/// <summary>What may be done with the audit trail.</summary>
public static class AuditPermission
{
    /// <summary>Read who did what, when.</summary>
    public const string See = "audit.see";
}
