namespace Commonstead.Leases;

/// <summary>What may be done with leases.</summary>
public static class LeasePermission
{
    /// <summary>Read every lease.</summary>
    public const string SeeAll = "leases.see-all";

    /// <summary>Read the leases one holds oneself.</summary>
    public const string SeeOwn = "leases.see-own";

    /// <summary>Enter and correct leases.</summary>
    public const string Edit = "leases.edit";

    /// <summary>Approve the correction of a fact already on record.</summary>
    public const string ApproveCorrection = "leases.approve-correction";
}
