namespace Commonstead.Platform.Audit;

/// <summary>What may be done with the audit trail.</summary>
public static class AuditPermission
{
    /// <summary>Read who did what, when, and have the record checked.</summary>
    public const string See = "audit.see";

    /// <summary>Read the old and new values of personal data; each such view is noted in the access log.</summary>
    public const string SeePersonal = "audit.see-personal";
}
