using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>An owner's notice of intent to sell.</summary>
public sealed class RecordNoticeInput
{
    /// <summary>The owner's lease.</summary>
    [Display(Name = "Lease")]
    public LeaseId Lease { get; set; }

    /// <summary>The day the trust received it; every deadline of the model lease's article 10 counts from it.</summary>
    [Display(Name = "Notice received on")]
    public DateOnly ReceivedOn { get; set; }

    /// <summary>How it came, and what the owner wrote.</summary>
    [StringLength(1000, ErrorMessage = "The note is longer than 1,000 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "Note")]
    public string? Note { get; set; }
}

/// <summary>Why a notice is not recorded.</summary>
public enum RecordNoticeRefusal
{
    /// <summary>No such lease.</summary>
    [Says("Choose the lease of the owner who gave notice.", Field = nameof(RecordNoticeInput.Lease))]
    NoLease,

    /// <summary>The lease has ended.</summary>
    [Says("Lease {0} has ended; its home cannot be sold under it.", Field = nameof(RecordNoticeInput.Lease))]
    LeaseEnded,

    /// <summary>A notice is received before it is recorded, and after the lease began.</summary>
    [Says("The notice must have been received between the lease's first day, {0}, and today.",
        Field = nameof(RecordNoticeInput.ReceivedOn))]
    DateOutOfRange,

    /// <summary>The home is being sold already.</summary>
    [Says("The home of lease {0} is being sold already, in resale {1}.", Field = nameof(RecordNoticeInput.Lease),
        Kind = RefusalKind.Conflict)]
    ResaleOpen,
}

/// <summary>Records a notice of intent to sell and lays out the steps of the resale with their last days.</summary>
[Needs(ResalePermission.Work)]
[Does("Notice of intent to sell recorded")]
public sealed class RecordNotice(
    TrustDb db, Acting acting, ILeases leases, ResaleBoard board, Conflicts conflicts, ResaleWork work)
    : IOperation<RecordNoticeInput, ResaleId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResaleId>> Run(RecordNoticeInput input)
    {
        if (await leases.Terms(input.Lease) is not { } lease) return RecordNoticeRefusal.NoLease;
        if (await conflicts.OfHolders(lease.Id) is { } conflict) return conflict;
        if (lease.EndedOn is not null) return new Refusal(RecordNoticeRefusal.LeaseEnded, lease.Number);
        if (input.ReceivedOn < lease.StartsOn || input.ReceivedOn > acting.Today)
            return new Refusal(RecordNoticeRefusal.DateOutOfRange, lease.StartsOn);
        var open = await db.Set<Resale>().Where(r => r.Lease == lease.Id && r.State == ResaleState.Open)
            .Select(r => r.Number).FirstOrDefaultAsync();
        if (open is not null) return new Refusal(RecordNoticeRefusal.ResaleOpen, lease.Number, open);
        var number = await NextNumber(input.ReceivedOn.Year);
        var resale = new Resale
        {
            Number = number,
            Lease = lease.Id,
            Home = lease.Home.Address,
            Search = SearchText.Of(number, lease.Number, lease.Home.Number, lease.Home.Address),
            NoticeOn = input.ReceivedOn,
            FrozenTerms = ResaleTerms.Of(await board.Settings(), await board.TermsOf(lease.Id)).ToJson(),
            Steward = acting.Actor.Key,
        };
        foreach (var planned in StepPlan.Of(acting.Profile.Country))
            resale.Steps.Add(new ResaleStep { Resale = resale.Id, Kind = planned.Kind, Owner = planned.Owner });
        var needsAppraisal = lease.AppraisalBasis is not null;
        if (!needsAppraisal)
        {
            foreach (var kind in (StepKind[])[StepKind.AppraisalOrdered, StepKind.AppraisalReceived])
                ResaleWork.Settle(resale, kind, StepState.NotNeeded, input.ReceivedOn,
                    "The lease's rule needs no appraisal.");
        }

        StepPlan.Reached(resale, ResaleMilestone.Notice, input.ReceivedOn);

        // Without an appraisal the option's time counts from the notice itself.
        if (!needsAppraisal) StepPlan.Reached(resale, ResaleMilestone.Appraisal, input.ReceivedOn);
        db.Add(resale);
        work.Happened(resale, input.ReceivedOn, "Notice of intent to sell received.", input.Note);
        return resale.Id;
    }

    private async Task<string> NextNumber(int year)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"R-{year}-");
        var last = await db.Set<Resale>().Where(r => r.Number.StartsWith(prefix)).MaxAsync(r => (string?)r.Number);
        var next = last is null ? 1 : int.Parse(last[prefix.Length..], CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{next:000}");
    }
}
