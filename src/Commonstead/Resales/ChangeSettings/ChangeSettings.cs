using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>The trust's own deadlines and customs for resales.</summary>
public sealed class ChangeSettingsInput
{
    /// <summary>The version of the settings the actor saw; 0 while the defaults hold.</summary>
    public int SeenVersion { get; set; }

    /// <summary>The deadline of each step.</summary>
    [MaxLength(40, ErrorMessage = "There are at most 40 steps.")]
    public List<StepDeadline> Deadlines { get; set; } = [];

    /// <summary>Months a buyer's certification holds.</summary>
    [Display(Name = "A buyer's certification holds for"), Range(1, 24, ErrorMessage = "Enter 1 to 24 months.")]
    public int CertificationMonths { get; set; } = 6;

    /// <summary>Months an appraisal may be used.</summary>
    [Display(Name = "An appraisal may be used for"), Range(1, 24, ErrorMessage = "Enter 1 to 24 months.")]
    public int AppraisalMonths { get; set; } = 6;

    /// <summary>Days to dispute an appraisal.</summary>
    [Display(Name = "The owner may dispute an appraisal for"), Range(0, 90, ErrorMessage = "Enter 0 to 90 days.")]
    public int DisputeDays { get; set; } = 14;

    /// <summary>How a dispute is settled.</summary>
    [Display(Name = "In a dispute")]
    [EnumDataType(typeof(DisputeSettlement), ErrorMessage = "Choose how a dispute is settled.")]
    public DisputeSettlement Dispute { get; set; }

    /// <summary>Months until the owner may sell to anyone.</summary>
    [Display(Name = "After the option lapsed, the owner may sell to anyone after")]
    [Range(1, 60, ErrorMessage = "Enter 1 to 60 months.")]
    public int MonthsToAnyBuyer { get; set; } = 6;

    /// <summary>Months until the trust may sell for the owner.</summary>
    [Display(Name = "After the option lapsed, the trust may sell for the owner after")]
    [Range(0, 120, ErrorMessage = "Enter 0 to 120 months.")]
    public int MonthsToPowerOfSale { get; set; } = 12;

    /// <summary>Whether the buyer gets a new lease.</summary>
    [Display(Name = "The buyer receives a new lease; else the seller's is assigned")]
    public bool IssuesNewLease { get; set; } = true;
}

/// <summary>The deadline of a step.</summary>
public sealed class StepDeadline
{
    /// <summary>The step.</summary>
    [EnumDataType(typeof(StepKind), ErrorMessage = "There is no such step.")]
    public StepKind Kind { get; set; }

    /// <summary>Such as 45 calendar days, or 10 business days and then the next one.</summary>
    public EnteredDeadline Deadline { get; set; } = new();
}

/// <summary>Why settings are not changed.</summary>
public enum ChangeSettingsRefusal
{
    /// <summary>No count, or one longer than ten years.</summary>
    [Says("{0}: enter a deadline of at least one day and at most ten years.")]
    NotADeadline,
}

/// <summary>Changes the trust's deadlines and customs; resales under way keep those of their notice.</summary>
[Needs(ResalePermission.Work)]
[Does("Settings for resales changed")]
public sealed class ChangeSettings(TrustDb db, Acting acting) : IOperation<ChangeSettingsInput, ResaleSettingsId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResaleSettingsId>> Run(ChangeSettingsInput input)
    {
        var settings = await db.Set<ResaleSettings>().FirstOrDefaultAsync();
        if ((settings?.Version ?? 0) != input.SeenVersion)
            return Refusal.ChangedSince(settings, input.SeenVersion, "the resale settings");
        if (settings is null) db.Add(settings = ResaleSettings.DefaultsOf(acting.Profile.Country));
        for (var i = 0; i < input.Deadlines.Count; i++)
        {
            var (kind, entered) = (input.Deadlines[i].Kind, input.Deadlines[i].Deadline);
            if (entered.Read() is not { } deadline) return NotADeadline(i, kind);
            settings.Change(kind, deadline);
        }

        settings.CertificationMonths = input.CertificationMonths;
        settings.AppraisalMonths = input.AppraisalMonths;
        settings.IssuesNewLease = input.IssuesNewLease;
        settings.DisputeDays = input.DisputeDays;
        settings.Dispute = input.Dispute;
        settings.MonthsToAnyBuyer = input.MonthsToAnyBuyer;
        settings.MonthsToPowerOfSale = input.MonthsToPowerOfSale;
        return settings.Id;
    }

    /// <summary>The refusal of one of the deadlines entered.</summary>
    internal static Refusal NotADeadline(int place, StepKind kind) =>
        Refusal.At($"Deadlines[{place}].Deadline.Count", ChangeSettingsRefusal.NotADeadline, kind);
}
