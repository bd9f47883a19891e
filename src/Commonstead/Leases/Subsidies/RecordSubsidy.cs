using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>A subsidy in the home of a lease.</summary>
public sealed class RecordSubsidyInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>Who gave it, of the register of organisations.</summary>
    [Display(Name = "Given by")]
    public OrganisationId? Organisation { get; set; }

    /// <summary>The programme, or the giver's name.</summary>
    [StringLength(200, ErrorMessage = "It is longer than 200 characters.")]
    [Display(Name = "Program or other source")]
    public string? Source { get; set; }

    /// <summary>How much.</summary>
    [Required(ErrorMessage = "Enter the amount of the subsidy.")]
    [Display(Name = "Amount")]
    public Money? Amount { get; set; }

    /// <summary>The day it was given.</summary>
    [Required(ErrorMessage = "Enter the day it was given.")]
    [Display(Name = "Given on")]
    public DateOnly? On { get; set; }

    /// <summary>In which form.</summary>
    [Display(Name = "Form"), EnumDataType(typeof(SubsidyForm), ErrorMessage = "Choose its form.")]
    public SubsidyForm Form { get; set; }

    /// <summary>Whether it is secured by a lien.</summary>
    [Display(Name = "It is secured by a lien on the home")]
    public bool HasLien { get; set; }

    /// <summary>The last day of its affordability period.</summary>
    [Display(Name = "The home must stay affordable until")]
    public DateOnly? Until { get; set; }

    /// <summary>What a buyer may earn.</summary>
    [Range(typeof(decimal), "1", "300", ErrorMessage = "Enter 1 to 300 percent.")]
    [Display(Name = "A buyer's household may earn at most")]
    public decimal? IncomeCapPercent { get; set; }

    /// <summary>What must be paid back.</summary>
    [StringLength(500, ErrorMessage = "It is longer than 500 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "What must be paid back, and when")]
    public string? Recapture { get; set; }
}

/// <summary>Why a subsidy is not recorded.</summary>
public enum RecordSubsidyRefusal
{
    /// <summary>A subsidy comes from somebody.</summary>
    [Says("Choose who gave it, or enter the program or another source.",
        Field = nameof(RecordSubsidyInput.Organisation))]
    SourceMissing,

    /// <summary>Givers are named by their entry in the register.</summary>
    [Says("There is no such organization in the register.", Field = nameof(RecordSubsidyInput.Organisation))]
    OrganisationUnknown,

    /// <summary>A subsidy is an amount in the trust's currency.</summary>
    [Says("Enter an amount in {0}, above zero.", Field = nameof(RecordSubsidyInput.Amount))]
    AmountNotUsable,

    /// <summary>A promise is no subsidy yet.</summary>
    [Says("Enter a day not in the future.", Field = nameof(RecordSubsidyInput.On))]
    DayNotUsable,

    /// <summary>The period begins with the subsidy.</summary>
    [Says("The period ends before the subsidy was given, on {0}.", Field = nameof(RecordSubsidyInput.Until))]
    EndsBeforeItBegins,
}

/// <summary>Records a subsidy in the home of a lease, with what it asks for.</summary>
[Needs(LeasePermission.Edit)]
[Does("Subsidy in a home recorded")]
public sealed class RecordSubsidy(TrustDb db, Acting acting, IOrganisations organisations)
    : IOperation<RecordSubsidyInput, SubsidyId>
{
    /// <inheritdoc/>
    public async Task<Outcome<SubsidyId>> Run(RecordSubsidyInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<SubsidyId>.Refused(found.Refusals);
        var source = string.IsNullOrWhiteSpace(input.Source) ? null : input.Source.Trim();
        if (input.Organisation is null && source is null) return RecordSubsidyRefusal.SourceMissing;
        if (input.Organisation is { } giver && (await organisations.Names([giver])).Count == 0)
            return RecordSubsidyRefusal.OrganisationUnknown;
        var (amount, on, currency) = (input.Amount!.Value, input.On!.Value, acting.Profile.Currency);
        if (amount.Currency != currency || amount.Minor <= 0)
            return new Refusal(RecordSubsidyRefusal.AmountNotUsable, currency.Code);
        if (on > acting.Today) return RecordSubsidyRefusal.DayNotUsable;
        if (input.Until < on) return new Refusal(RecordSubsidyRefusal.EndsBeforeItBegins, on);
        var subsidy = new Subsidy
        {
            Home = found.Value.Home,
            Lease = found.Value.Id,
            Organisation = input.Organisation,
            Source = source,
            Amount = amount,
            On = on,
            Form = input.Form,
            HasLien = input.HasLien,
            Until = input.Until,
            IncomeCapPercent = input.IncomeCapPercent,
            Recapture = string.IsNullOrWhiteSpace(input.Recapture) ? null : input.Recapture.Trim(),
        };
        db.Add(subsidy);
        return subsidy.Id;
    }
}
