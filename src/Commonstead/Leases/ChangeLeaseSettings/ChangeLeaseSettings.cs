using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>The trust's own deadlines under its leases.</summary>
public sealed class ChangeLeaseSettingsInput
{
    /// <summary>The version of the settings the actor saw; 0 while the defaults hold.</summary>
    public int SeenVersion { get; set; }

    /// <summary>Within which a payment default is cured.</summary>
    [Display(Name = "To cure a payment that was not made")]
    public EnteredDeadline PaymentCure { get; set; } = new();

    /// <summary>Within which any other breach is cured.</summary>
    [Display(Name = "To cure another breach of the lease")]
    public EnteredDeadline BreachCure { get; set; } = new();

    /// <summary>Within which the trust may cure a loan.</summary>
    [Display(Name = "For the trust to cure a loan after the lender's notice")]
    public EnteredDeadline LenderCure { get; set; } = new();

    /// <summary>Within which the trust may exercise its option.</summary>
    [Display(Name = "For the trust to exercise its option after the lender's notice")]
    public EnteredDeadline LenderOption { get; set; } = new();

    /// <summary>Months in the household.</summary>
    [Range(0, 120, ErrorMessage = "Enter 0 to 120 months.")]
    [Display(Name = "Somebody of the household may take the lease over after living there for")]
    public int HouseholdMonths { get; set; }
}

/// <summary>Why settings are not changed.</summary>
public enum ChangeLeaseSettingsRefusal
{
    /// <summary>No count, or one longer than ten years.</summary>
    [Says("Enter a deadline of at least one day and at most ten years.")]
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
        (string Field, EnteredDeadline Entered, Action<string> Set)[] deadlines =
        [
            (nameof(input.PaymentCure), input.PaymentCure, text => settings.PaymentCure = text),
            (nameof(input.BreachCure), input.BreachCure, text => settings.BreachCure = text),
            (nameof(input.LenderCure), input.LenderCure, text => settings.LenderCure = text),
            (nameof(input.LenderOption), input.LenderOption, text => settings.LenderOption = text),
        ];
        foreach (var (field, entered, set) in deadlines)
        {
            if (entered.Read() is not { } deadline)
                return Refusal.At(field + ".Count", ChangeLeaseSettingsRefusal.NotADeadline);
            set(deadline.ToString());
        }

        settings.HouseholdMonths = input.HouseholdMonths;
        return settings.Id;
    }
}
