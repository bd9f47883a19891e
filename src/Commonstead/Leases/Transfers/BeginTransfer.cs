using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>That a lease is about to pass without a sale.</summary>
public sealed class BeginTransferInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>What brought it about.</summary>
    [Display(Name = "What happened"), EnumDataType(typeof(TransferKind), ErrorMessage = "Choose what happened.")]
    public TransferKind Kind { get; set; }

    /// <summary>When.</summary>
    [Required(ErrorMessage = "Enter the day.")]
    [Display(Name = "On")]
    public DateOnly? HappenedOn { get; set; }

    /// <summary>Who died or leaves.</summary>
    [Display(Name = "Who died or leaves")]
    public PersonId? Leaver { get; set; }

    /// <summary>The loan whose lender takes the home.</summary>
    [Display(Name = "Mortgage")]
    public MortgageId? Mortgage { get; set; }

    /// <summary>What happened.</summary>
    [Required(ErrorMessage = "Say what happened.")]
    [StringLength(500, ErrorMessage = "It is longer than 500 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "In words")]
    public string Note { get; set; } = "";
}

/// <summary>Why a transfer is not begun.</summary>
public enum BeginTransferRefusal
{
    /// <summary>Not in the future, nor before the lease.</summary>
    [Says("Enter a day from {0} to today.", Field = nameof(BeginTransferInput.HappenedOn))]
    DayNotUsable,

    /// <summary>Somebody died or leaves.</summary>
    [Says("Choose which of the present leaseholders died or leaves.", Field = nameof(BeginTransferInput.Leaver))]
    LeaverMissing,

    /// <summary>Nobody leaves when an owner is added or a lender takes the home.</summary>
    [Says("Nobody leaves by this kind of transfer. Leave it empty.", Field = nameof(BeginTransferInput.Leaver))]
    LeaverNotAsked,

    /// <summary>After a divorce or when one leaves, another stays.</summary>
    [Says("{0} holds the lease alone. Giving it up is an end of the lease, and a sale is a resale.",
        Field = nameof(BeginTransferInput.Leaver))]
    NobodyStays,

    /// <summary>A lender takes the home by its mortgage.</summary>
    [Says("Choose the mortgage whose lender takes the home.", Field = nameof(BeginTransferInput.Mortgage))]
    MortgageMissing,

    /// <summary>One at a time.</summary>
    [Says("Another transfer of this lease, of {0}, is under way. Finish it or call it off first.",
        Kind = RefusalKind.Conflict)]
    AlreadyUnderWay,
}

/// <summary>Begins a transfer without a sale and lays out its steps. Who holds the lease does not change yet.</summary>
[Needs(LeasePermission.Edit)]
[Does("Transfer without a sale begun")]
public sealed class BeginTransfer(TrustDb db, Acting acting, IPeople people)
    : IOperation<BeginTransferInput, TransferId>
{
    /// <inheritdoc/>
    public async Task<Outcome<TransferId>> Run(BeginTransferInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<TransferId>.Refused(found.Refusals);
        var (lease, on) = (found.Value, input.HappenedOn!.Value);
        if (on < lease.StartsOn || on > acting.Today)
            return new Refusal(BeginTransferRefusal.DayNotUsable, lease.StartsOn);
        if (await LeaverRefused(input) is { } refused) return refused;
        if (TransferPlan.IsToLender(input.Kind) && !await db.Set<Mortgage>().AnyAsync(m =>
            m.Id == input.Mortgage && m.Lease == lease.Id && m.ReleasedOn == null))
            return BeginTransferRefusal.MortgageMissing;
        if (await db.Set<Transfer>().AsNoTracking().FirstOrDefaultAsync(t =>
            t.Lease == lease.Id && t.State == TransferState.Open) is { } other)
            return new Refusal(BeginTransferRefusal.AlreadyUnderWay, other.HappenedOn);
        var transfer = new Transfer
        {
            Lease = lease.Id,
            Kind = input.Kind,
            HappenedOn = on,
            Leaver = input.Leaver,
            Mortgage = TransferPlan.IsToLender(input.Kind) ? input.Mortgage : null,
            Note = input.Note.Trim(),
        };
        transfer.Steps.AddRange(TransferPlan.Of(input.Kind)
            .Select(kind => new TransferStep { Transfer = transfer.Id, Kind = kind }));
        db.Add(transfer);
        return transfer.Id;
    }

    private async Task<Refusal?> LeaverRefused(BeginTransferInput input)
    {
        if (!TransferPlan.HasLeaver(input.Kind))
            return input.Leaver is null ? null : new Refusal(BeginTransferRefusal.LeaverNotAsked);
        var present = await db.Set<Holding>().Where(h => h.Lease == input.Lease && h.Until == null)
            .Select(h => h.Person).ToListAsync();
        if (input.Leaver is not { } leaver || !present.Contains(leaver))
            return new Refusal(BeginTransferRefusal.LeaverMissing);
        if (input.Kind == TransferKind.Death || present.Count > 1) return null;
        return new Refusal(BeginTransferRefusal.NobodyStays, (await people.Names([leaver]))[leaver]);
    }
}
