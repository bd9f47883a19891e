using System.ComponentModel.DataAnnotations;

namespace Commonstead.Resales;

/// <summary>The steps trusts take from notice to keys, in their usual order.</summary>
public enum StepKind
{
    /// <summary>The home is inspected.</summary>
    [Display(Name = "Inspection")] Inspection,

    /// <summary>Required repairs are done, or held back from the proceeds.</summary>
    [Display(Name = "Required repairs")] Repairs,

    /// <summary>The appraisal is ordered.</summary>
    [Display(Name = "Appraisal ordered")] AppraisalOrdered,

    /// <summary>The appraisal is received.</summary>
    [Display(Name = "Appraisal received")] AppraisalReceived,

    /// <summary>The maximum price is determined and approved.</summary>
    [Display(Name = "Maximum price determined")] Determination,

    /// <summary>The trust exercises, assigns or lets lapse its option.</summary>
    [Display(Name = "Purchase option decided")] Option,

    /// <summary>A buyer is found, or the seller's proposed buyer accepted.</summary>
    [Display(Name = "Buyer found")] BuyerFound,

    /// <summary>The buyer's income is checked against the limit.</summary>
    [Display(Name = "Buyer's income certified")] BuyerCertified,

    /// <summary>The buyer has understood the lease; the attorney's letter is in (model lease, article 1).</summary>
    [Display(Name = "Orientation and attorney's letter")] Orientation,

    /// <summary>The buyer's lender and mortgage are permitted (model lease, article 8).</summary>
    [Display(Name = "Mortgage permitted")] Mortgage,

    /// <summary>The rider to the mortgage is signed (Fannie Mae form 2100, US).</summary>
    [Display(Name = "Mortgage rider")] MortgageRider,

    /// <summary>The seller's lenders state what is owed.</summary>
    [Display(Name = "Payoff letters")] PayoffLetters,

    /// <summary>Two people close.</summary>
    [Display(Name = "Closing")] Closing,

    /// <summary>The memorandum of lease is recorded (US), or the restriction registered (GB).</summary>
    [Display(Name = "Memorandum of lease recorded")] Recording,
}

/// <summary>Who does a step.</summary>
public enum StepOwner
{
    /// <summary>A steward of the trust.</summary>
    [Display(Name = "Steward")] Steward,

    /// <summary>The second person who approves.</summary>
    [Display(Name = "Second approver")] Approver,

    /// <summary>The owner who sells.</summary>
    [Display(Name = "Seller")] Seller,

    /// <summary>The household that buys.</summary>
    [Display(Name = "Buyer")] Buyer,

    /// <summary>The board.</summary>
    [Display(Name = "Board")] Board,
}

/// <summary>The events that deadlines count from.</summary>
public enum ResaleMilestone
{
    /// <summary>The trust received the notice of intent to sell.</summary>
    [Display(Name = "the notice of intent to sell")] Notice,

    /// <summary>The trust received the appraisal.</summary>
    [Display(Name = "the appraisal's arrival")] Appraisal,

    /// <summary>The price was approved.</summary>
    [Display(Name = "the price's approval")] Price,

    /// <summary>The option was exercised or assigned.</summary>
    [Display(Name = "the option's exercise")] Option,

    /// <summary>The home changed hands.</summary>
    [Display(Name = "the closing")] Closing,
}
