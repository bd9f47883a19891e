using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>The trust's own deadlines under its leases.</summary>
public sealed class ChangeLeaseSettingsInput
{
    private const string Asked = "Enter a deadline such as 45 calendar days.";

    /// <summary>The version of the settings the actor saw; 0 while the defaults hold.</summary>
    public int SeenVersion { get; set; }

    /// <summary>Within which a payment default is cured.</summary>
    [Required(ErrorMessage = Asked), StringLength(60, ErrorMessage = Asked)]
    [Display(Name = "To cure a payment that was not made")]
    public string PaymentCure { get; set; } = "";

    /// <summary>Within which any other breach is cured.</summary>
    [Required(ErrorMessage = Asked), StringLength(60, ErrorMessage = Asked)]
    [Display(Name = "To cure another breach of the lease")]
    public string BreachCure { get; set; } = "";

    /// <summary>Within which the trust may cure a loan.</summary>
    [Required(ErrorMessage = Asked), StringLength(60, ErrorMessage = Asked)]
    [Display(Name = "For the trust to cure a loan after the lender's notice")]
    public string LenderCure { get; set; } = "";

    /// <summary>Within which the trust may exercise its option.</summary>
    [Required(ErrorMessage = Asked), StringLength(60, ErrorMessage = Asked)]
    [Display(Name = "For the trust to exercise its option after the lender's notice")]
    public string LenderOption { get; set; } = "";

    /// <summary>Months in the household.</summary>
    [Range(0, 120, ErrorMessage = "Enter 0 to 120 months.")]
    [Display(Name = "Somebody of the household may take the lease over after living there for")]
    public int HouseholdMonths { get; set; }
}

/// <summary>Why settings are not changed.</summary>
public enum ChangeLeaseSettingsRefusal
{
    /// <summary>The text is no deadline that counts forward.</summary>
    [Says("“{0}” is not a deadline. Write it as 45 calendar days, 10 business days, roll next, or 2 months.")]
    NotADeadline,
}

/// <summary>Changes the trust's deadlines under its leases; notices already recorded keep their last days.</summary>
[Needs(LeasePermission.Edit)]
[Does("Settings for leases changed")]
public sealed class ChangeLeaseSettings(TrustDb db) : IOperation<ChangeLeaseSettingsInput, LeaseSettingsId>
{
    /// <inheritdoc/>
    public async Task<Outcome<LeaseSettingsId>> Run(ChangeLeaseSettingsInput input)
    {
        var settings = await db.Set<LeaseSettings>().FirstOrDefaultAsync();
        if ((settings?.Version ?? 0) != input.SeenVersion)
            return Refusal.ChangedSince(settings, input.SeenVersion, "the deadlines under leases");
        if (settings is null) db.Add(settings = new LeaseSettings());
        (string Field, string Text)[] entered =
        [
            (nameof(input.PaymentCure), input.PaymentCure), (nameof(input.BreachCure), input.BreachCure),
            (nameof(input.LenderCure), input.LenderCure), (nameof(input.LenderOption), input.LenderOption),
        ];
        foreach (var (field, text) in entered)
        {
            if (!DeadlineText.TryParse(text.Trim(), out var read) || read.IsBefore)
                return Refusal.At(field, ChangeLeaseSettingsRefusal.NotADeadline, text);
        }

        (settings.PaymentCure, settings.BreachCure) = (input.PaymentCure.Trim(), input.BreachCure.Trim());
        (settings.LenderCure, settings.LenderOption) = (input.LenderCure.Trim(), input.LenderOption.Trim());
        settings.HouseholdMonths = input.HouseholdMonths;
        return settings.Id;
    }
}
