using System.ComponentModel.DataAnnotations;
using Commonstead.Core;

namespace Commonstead.Leases;

/// <summary>A lease to be entered, as it was signed.</summary>
public sealed class EnterLeaseInput : IValidatableObject
{
    /// <summary>The id it is to have; made when not given.</summary>
    public LeaseId? Id { get; set; }

    /// <summary>The trust's number for it.</summary>
    [Required(ErrorMessage = "Enter the lease's number.")]
    [StringLength(40, ErrorMessage = "The number is longer than 40 characters.")]
    [Display(Name = "Lease number")]
    public string Number { get; set; } = "";

    /// <summary>The home's number in the register of land.</summary>
    [Required(ErrorMessage = "Enter the home's number.")]
    [StringLength(60, ErrorMessage = "The home's number is longer than 60 characters.")]
    [Display(Name = "Home number")]
    public string HomeNumber { get; set; } = "";

    /// <summary>Ground lease, sublease or resale covenant.</summary>
    [Display(Name = "Instrument"), EnumDataType(typeof(Instrument), ErrorMessage = "Choose an instrument.")]
    public Instrument Instrument { get; set; }

    /// <summary>The first day.</summary>
    [Display(Name = "First day")]
    [Required(ErrorMessage = "Enter the first day.")]
    public DateOnly? StartsOn { get; set; }

    /// <summary>The last day of the term.</summary>
    [Display(Name = "Last day of the term")]
    [Required(ErrorMessage = "Enter the last day of the term.")]
    public DateOnly? EndsOn { get; set; }

    /// <summary>How several people hold it.</summary>
    [Display(Name = "How it is held"), EnumDataType(typeof(Tenancy), ErrorMessage = "Choose how the lease is held.")]
    public Tenancy Tenancy { get; set; }

    /// <summary>Who holds it.</summary>
    public List<HolderInput> Holders { get; set; } = [];

    /// <summary>The day they hold it from; the lease's first day when not given.</summary>
    [Display(Name = "Held since")]
    public DateOnly? HeldFrom { get; set; }

    /// <summary>The resale rule's hash.</summary>
    [RegularExpression("^[0-9a-f]{64}$", ErrorMessage = "A rule's hash is 64 hexadecimal digits.")]
    [Display(Name = "Resale rule")]
    public string? Rule { get; set; }

    /// <summary>The area of limits and indices.</summary>
    [StringLength(80), RegularExpression("^[a-z]{2}(:[A-Za-z0-9._-]+)+$",
        ErrorMessage = "Enter an area code such as us:county:25013 or gb:E09000030.")]
    [Display(Name = "Area")]
    public string? Area { get; set; }

    /// <summary>The income limit of a buyer.</summary>
    [Range(1.0, 500.0, ErrorMessage = "The income limit is between 1 and 500 percent.")]
    [Display(Name = "Buyer's income limit")]
    public decimal? IncomeLimitPercent { get; set; }

    /// <summary>The transfer fee.</summary>
    [Range(0.0, 100.0, ErrorMessage = "The transfer fee is between 0 and 100 percent.")]
    [Display(Name = "Transfer fee")]
    public decimal TransferFeePercent { get; set; }

    /// <summary>What an appraisal must value.</summary>
    [Display(Name = "What an appraisal values")]
    [EnumDataType(typeof(AppraisalBasis), ErrorMessage = "Choose what an appraisal values.")]
    public AppraisalBasis? AppraisalBasis { get; set; }

    /// <summary>Months of a year the home is lived in.</summary>
    [Range(1, 12, ErrorMessage = "Enter 1 to 12 months.")]
    [Display(Name = "Months a year lived in")]
    public int? OccupancyMonths { get; set; }

    /// <summary>The cost above which works need approval.</summary>
    [Display(Name = "Works need approval above")]
    public Money? ImprovementNoticeAbove { get; set; }

    /// <summary>The margin beyond a loan.</summary>
    [Range(0, 50, ErrorMessage = "Enter 0 to 50 years.")]
    [Display(Name = "Years beyond a loan")]
    public int LenderMarginYears { get; set; } = Lease.UsualLenderMarginYears;

    /// <summary>Years of a renewal.</summary>
    [Range(1, 999, ErrorMessage = "Enter 1 to 999 years.")]
    [Display(Name = "Renewal, years at a time")]
    public int? RenewalYears { get; set; }

    /// <summary>Days before the end on which notice of renewal may first be given.</summary>
    [Range(1, 3650, ErrorMessage = "Enter 1 to 3650 days.")]
    [Display(Name = "Renewal notice opens, days before the end")]
    public int? RenewalNoticeOpensDays { get; set; }

    /// <summary>Days before the end by which notice of renewal must be given.</summary>
    [Range(0, 3650, ErrorMessage = "Enter 0 to 3650 days.")]
    [Display(Name = "Renewal notice closes, days before the end")]
    public int? RenewalNoticeClosesDays { get; set; }

    /// <summary>The fee, or null when none is recorded.</summary>
    public FeeInput? Fee { get; set; }

    /// <summary>The facts its rule needs, as far as they are known.</summary>
    public List<FactInput> Facts { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        const int mostHolders = 12;
        const int mostFacts = 100;
        if (Holders.Count > mostHolders)
            yield return new ValidationResult("A lease has at most 12 leaseholders.", [nameof(Holders)]);
        if (Facts.Count > mostFacts) yield return new ValidationResult("A lease has at most 100 facts.",
            [nameof(Facts)]);
        var parts = Holders.Select((h, i) => ((object)h, $"Holders[{i}].")).Concat(Facts.Select((f, i) =>
            ((object)f, $"Facts[{i}].")));
        if (Fee is not null) parts = parts.Append((Fee, "Fee."));
        foreach (var (part, prefix) in parts)
        {
            var found = new List<ValidationResult>();
            Validator.TryValidateObject(part, new ValidationContext(part), found, validateAllProperties: true);
            foreach (var one in found)
                yield return new ValidationResult(one.ErrorMessage, [.. one.MemberNames.Select(m => prefix + m)]);
        }
    }
}

/// <summary>A fact of a lease, as a form or a file states it.</summary>
public sealed class FactInput
{
    /// <summary>The rule's name for it.</summary>
    [Required(ErrorMessage = "Enter the fact's name.")]
    [StringLength(60, ErrorMessage = "The fact's name is longer than 60 characters.")]
    [RegularExpression("^[a-z][a-z0-9_]*$", ErrorMessage = "A fact's name is small letters, digits and underscores.")]
    public string Name { get; set; } = "";

    /// <summary>As the rule language reads it; empty when unknown.</summary>
    [StringLength(200, ErrorMessage = "The fact is longer than 200 characters.")]
    public string? Text { get; set; }

    /// <summary>Where it stands.</summary>
    [Required(ErrorMessage = "Enter where the fact stands, such as the closing statement.")]
    [StringLength(300, ErrorMessage = "The source is longer than 300 characters.")]
    public string Source { get; set; } = "";

    /// <summary>The day it holds from; the lease's first day when not given.</summary>
    public DateOnly? HoldsFrom { get; set; }
}
