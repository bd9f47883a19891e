namespace Commonstead.Resales;

/// <summary>What may be done with resales.</summary>
public static class ResalePermission
{
    /// <summary>Read every resale.</summary>
    public const string SeeAll = "resales.see-all";

    /// <summary>Read the resale of one's own home.</summary>
    public const string SeeOwn = "resales.see-own";

    /// <summary>Read the papers of the buyer: income, mortgage, letters.</summary>
    public const string SeeBuyersPapers = "resales.see-buyers-papers";

    /// <summary>Carry a resale from notice to keys.</summary>
    public const string Work = "resales.work";

    /// <summary>Take part in resales, and say when one is tied to a seller or a buyer.</summary>
    public const string DeclareInterest = "resales.declare-interest";

    /// <summary>Certify a buyer's income.</summary>
    public const string Certify = "resales.certify";

    /// <summary>Confirm a closing that somebody else prepared.</summary>
    public const string ConfirmClosing = "resales.confirm-closing";

    /// <summary>Record a board's reason to override a refusal that lets itself be overridden.</summary>
    public const string Override = "resales.override";
}
