using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>How a parcel came to the trust.</summary>
public sealed class RecordAcquisitionInput
{
    /// <summary>The parcel.</summary>
    public ParcelId Parcel { get; set; }

    /// <summary>The version of the acquisition that was looked at; 0 when none was on record.</summary>
    public int Version { get; set; }

    /// <summary>In what manner.</summary>
    [Required(ErrorMessage = "Choose how the land came to the trust.")]
    [Display(Name = "How it came"), EnumDataType(typeof(AcquisitionManner), ErrorMessage = "Choose how it came.")]
    public AcquisitionManner? Manner { get; set; }

    /// <summary>From whom.</summary>
    [Required(ErrorMessage = "Enter from whom the land came.")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    [Display(Name = "From whom")]
    public string FromWhom { get; set; } = "";

    /// <summary>The day title or possession passed.</summary>
    [Required(ErrorMessage = "Enter the date on the deed.")]
    [Display(Name = "Date")]
    public DateOnly? On { get; set; }

    /// <summary>What the trust paid.</summary>
    [Display(Name = "Price paid")]
    public Money? Price { get; set; }

    /// <summary>What it was appraised at.</summary>
    [Display(Name = "Appraised value")]
    public Money? AppraisedValue { get; set; }

    /// <summary>Where the deed is registered.</summary>
    [StringLength(120, ErrorMessage = "The reference is longer than 120 characters.")]
    [Display(Name = "Deed reference")]
    public string? DeedReference { get; set; }

    /// <summary>The last day of a lease in.</summary>
    [Display(Name = "Leased until")]
    public DateOnly? LeasedUntil { get; set; }

    /// <summary>Why what is on record is corrected.</summary>
    [StringLength(300, ErrorMessage = "The reason is longer than 300 characters.")]
    [Display(Name = "Reason for the correction")]
    public string? Reason { get; set; }
}

/// <summary>Why an acquisition is not recorded.</summary>
public enum RecordAcquisitionRefusal
{
    /// <summary>What is on record is corrected with a reason only.</summary>
    [Says("Say why the record is corrected.", Field = nameof(RecordAcquisitionInput.Reason))]
    ReasonMissing,

    /// <summary>Land that is still to come is not the trust's.</summary>
    [Says("The land cannot have come to the trust on {0}, which is still to come.",
        Field = nameof(RecordAcquisitionInput.On))]
    InFuture,

    /// <summary>Amounts are in the trust's currency and above nothing.</summary>
    [Says("Enter an amount above nothing in {0}, or leave it empty.", Field = nameof(RecordAcquisitionInput.Price))]
    AmountNotPositive,

    /// <summary>What was paid for was no gift.</summary>
    [Says("A gift has no price. Leave the price empty, or choose a bargain sale.",
        Field = nameof(RecordAcquisitionInput.Price))]
    GiftWithPrice,

    /// <summary>A purchase has a price.</summary>
    [Says("Enter the price the trust paid.", Field = nameof(RecordAcquisitionInput.Price))]
    PriceMissing,

    /// <summary>A bargain sale is a sale for less than the value (26 CFR § 1.170A-4(c)(2)).</summary>
    [Says("A bargain sale is for less than the appraised value; enter that value, above the price.",
        Field = nameof(RecordAcquisitionInput.AppraisedValue))]
    NoBargain,

    /// <summary>A lease ends.</summary>
    [Says("Enter the last day of the lease by which the trust holds the land.",
        Field = nameof(RecordAcquisitionInput.LeasedUntil))]
    LeaseEndMissing,

    /// <summary>A lease ends after it begins.</summary>
    [Says("The lease cannot end before it begins.", Field = nameof(RecordAcquisitionInput.LeasedUntil))]
    LeaseEndsBeforeItBegins,
}

/// <summary>Records how a parcel came to the trust, or corrects that with a reason.</summary>
[Needs(LandPermission.Edit)]
[Does("How land came to the trust recorded")]
public sealed class RecordAcquisition(TrustDb db, Acting acting, LandCorrections corrections)
    : IOperation<RecordAcquisitionInput, ParcelId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ParcelId>> Run(RecordAcquisitionInput input)
    {
        if (!await db.Set<Parcel>().AnyAsync(p => p.Id == input.Parcel)) return CommonRefusal.NotFound;
        var recorded = await db.Set<Acquisition>().FirstOrDefaultAsync(a => a.ParcelId == input.Parcel);
        if ((recorded?.Version ?? 0) != input.Version)
            return Refusal.ChangedSince(recorded, input.Version, "how the land came to the trust");
        if (recorded is not null && string.IsNullOrWhiteSpace(input.Reason))
            return RecordAcquisitionRefusal.ReasonMissing;
        if (Check(input) is { } refused) return refused;
        var before = recorded is null ? [] : Told(recorded);
        if (recorded is null) db.Add(recorded = new Acquisition { ParcelId = input.Parcel });
        Write(input, recorded);
        if (before.Count > 0) corrections.Note(input.Parcel.Value, input.Reason!, before, Told(recorded));
        return input.Parcel;
    }

    private Refusal? Check(RecordAcquisitionInput input)
    {
        if (input.On > acting.Today) return new Refusal(RecordAcquisitionRefusal.InFuture, input.On.Value.ToReader());
        var currency = acting.Profile.Currency;
        if (IsWrong(input.Price) || IsWrong(input.AppraisedValue))
            return new Refusal(RecordAcquisitionRefusal.AmountNotPositive, currency.Code);
        return input.Manner switch
        {
            AcquisitionManner.Gift when input.Price is not null => new Refusal(RecordAcquisitionRefusal.GiftWithPrice),
            AcquisitionManner.Purchase or AcquisitionManner.BargainSale when input.Price is null =>
                new Refusal(RecordAcquisitionRefusal.PriceMissing),
            AcquisitionManner.BargainSale when !(input.AppraisedValue?.Minor > input.Price?.Minor) =>
                new Refusal(RecordAcquisitionRefusal.NoBargain),
            AcquisitionManner.LeaseIn when input.LeasedUntil is null =>
                new Refusal(RecordAcquisitionRefusal.LeaseEndMissing),
            AcquisitionManner.LeaseIn when input.LeasedUntil < input.On =>
                new Refusal(RecordAcquisitionRefusal.LeaseEndsBeforeItBegins),
            _ => null,
        };

        bool IsWrong(Money? amount) => amount is { } money && (money.Minor <= 0 || money.Currency != currency);
    }

    private static void Write(RecordAcquisitionInput input, Acquisition acquisition)
    {
        acquisition.Manner = input.Manner!.Value;
        acquisition.FromWhom = input.FromWhom.Trim();
        acquisition.On = input.On!.Value;
        (acquisition.Price, acquisition.AppraisedValue) = (input.Price, input.AppraisedValue);
        acquisition.DeedReference = string.IsNullOrWhiteSpace(input.DeedReference) ? null : input.DeedReference.Trim();
        acquisition.LeasedUntil = input.Manner == AcquisitionManner.LeaseIn ? input.LeasedUntil : null;
    }

    private static IReadOnlyList<ToldFact> Told(Acquisition acquisition) =>
    [
        new("How it came", acquisition.Manner), new("From whom", acquisition.FromWhom),
        new("Date", acquisition.On), new("Price paid", acquisition.Price),
        new("Appraised value", acquisition.AppraisedValue),
        new("Deed reference", acquisition.DeedReference),
        new("Leased until", acquisition.LeasedUntil),
    ];
}
