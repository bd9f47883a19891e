namespace Commonstead.Pricing;

/// <summary>What may be done with resale rules and prices.</summary>
public static class PricingPermission
{
    /// <summary>Read the rule book.</summary>
    public const string SeeRules = "pricing.see-rules";

    /// <summary>Write rule documents, which bind nobody until they are adopted.</summary>
    public const string DraftRules = "pricing.draft-rules";

    /// <summary>Put a rule document into the trust's rule book.</summary>
    public const string AdoptRules = "pricing.adopt-rules";

    /// <summary>Compute a determination.</summary>
    public const string Determine = "pricing.determine";

    /// <summary>Approve a determination somebody else made.</summary>
    public const string Approve = "pricing.approve";
}
