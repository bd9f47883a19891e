using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>That a lease came to an end without a sale.</summary>
public sealed class EndLeaseInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>The lease's version, as the person saw it.</summary>
    public int Version { get; set; }

    /// <summary>The day; from that day it no longer binds.</summary>
    [Required(ErrorMessage = "Enter the day it ended.")]
    [Display(Name = "Ended on")]
    public DateOnly? On { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why it ended"), EnumDataType(typeof(EndReason), ErrorMessage = "Choose why it ended.")]
    public EndReason Reason { get; set; } = EndReason.Other;

    /// <summary>More about it.</summary>
    [StringLength(500, ErrorMessage = "The note is longer than 500 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "More about it")]
    public string? Note { get; set; }
}

/// <summary>Why a lease is not ended.</summary>
public enum EndLeaseRefusal
{
    /// <summary>Within its term, and not in the future.</summary>
    [Says("Enter a day after {0} and not in the future.", Field = nameof(EndLeaseInput.On))]
    DayNotUsable,

    /// <summary>A sale is closed, with its price and its certificate.</summary>
    [Says("A sale ends a lease at its closing. Carry the resale through instead.",
        Field = nameof(EndLeaseInput.Reason))]
    SaleNeedsResale,

    /// <summary>A lender takes a home over the steps of a transfer, with its documents.</summary>
    [Says("A foreclosure or a deed in lieu is carried through as a transfer without a sale.",
        Field = nameof(EndLeaseInput.Reason))]
    LenderNeedsTransfer,

    /// <summary>Some reasons must be told.</summary>
    [Says("Say how it came to its end.", Field = nameof(EndLeaseInput.Note))]
    NoteMissing,
}

/// <summary>Ends a lease without a sale: surrender, breach, foreclosure, a home lost.</summary>
[Needs(LeasePermission.Edit)]
[Does("Lease ended")]
public sealed class EndLease(TrustDb db, Acting acting, HolderEvents holders) : IOperation<EndLeaseInput, LeaseId>
{
    /// <inheritdoc/>
    public async Task<Outcome<LeaseId>> Run(EndLeaseInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<LeaseId>.Refused(found.Refusals);
        var (lease, on) = (found.Value, input.On!.Value);
        if (lease.Version != input.Version)
            return Refusal.ChangedSince(lease, input.Version, $"lease {lease.Number} was changed");
        if (on <= lease.StartsOn || on > acting.Today) return new Refusal(EndLeaseRefusal.DayNotUsable, lease.StartsOn);
        if (input.Reason == EndReason.Resale) return EndLeaseRefusal.SaleNeedsResale;
        if (input.Reason == EndReason.Foreclosure) return EndLeaseRefusal.LenderNeedsTransfer;
        if (input.Reason is EndReason.Other or EndReason.Breach && string.IsNullOrWhiteSpace(input.Note))
            return EndLeaseRefusal.NoteMissing;
        lease.End(on, input.Reason, input.Note);
        var lastDay = on.AddDays(-1);
        foreach (var holding in await db.Set<Holding>()
            .Where(h => h.Lease == lease.Id && (h.Until == null || h.Until > lastDay)).ToListAsync())
            holding.Until = lastDay;
        return await holders.Raise() is { Count: > 0 } refused ? Outcome<LeaseId>.Refused(refused) : lease.Id;
    }
}
