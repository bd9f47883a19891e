using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>That the term of a lease is renewed as it provides.</summary>
public sealed class RenewLeaseInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>The lease's version, as the person saw it.</summary>
    public int Version { get; set; }

    /// <summary>The day notice of renewal was given.</summary>
    [Required(ErrorMessage = "Enter the day notice of renewal was given.")]
    [Display(Name = "Notice of renewal given on")]
    public DateOnly? NoticeOn { get; set; }
}

/// <summary>Why a term is not renewed.</summary>
public enum RenewLeaseRefusal
{
    /// <summary>The lease gives a renewal or it does not.</summary>
    [Says("Lease {0} gives no renewal.")]
    NoRenewalGiven,

    /// <summary>Notice is given within its window.</summary>
    [Says("Notice of renewal is in time from {0} to {1}.", Field = nameof(RenewLeaseInput.NoticeOn))]
    OutsideWindow,

    /// <summary>A renewal does not reach into another lease of the home.</summary>
    [Says("Lease {0} binds the home from {1}; the renewed term would reach into it.")]
    HomeUnderLease,
}

/// <summary>Renews the term of a lease by as many years as it provides.</summary>
[Needs(LeasePermission.Edit)]
[Does("Lease renewed")]
public sealed class RenewLease(TrustDb db, Acting acting) : IOperation<RenewLeaseInput, RenewalId>
{
    /// <inheritdoc/>
    public async Task<Outcome<RenewalId>> Run(RenewLeaseInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<RenewalId>.Refused(found.Refusals);
        var (lease, noticeOn) = (found.Value, input.NoticeOn!.Value);
        if (lease.Version != input.Version)
            return Refusal.ChangedSince(lease, input.Version, $"lease {lease.Number} was changed");
        if (lease.RenewalYears is not { } years) return new Refusal(RenewLeaseRefusal.NoRenewalGiven, lease.Number);
        var opens = lease.RenewalNoticeOpensDays is { } first ? lease.EndsOn.AddDays(-first) : lease.StartsOn;
        var closes = lease.EndsOn.AddDays(-(lease.RenewalNoticeClosesDays ?? 0));
        if (noticeOn < opens || noticeOn > closes || noticeOn > acting.Today)
            return new Refusal(RenewLeaseRefusal.OutsideWindow, opens, closes);
        var (oldEnd, newEnd) = (lease.EndsOn, CalendarMath.AddYears(lease.EndsOn, years));
        var next = await db.Set<Lease>().AsNoTracking()
            .Where(l => l.Home == lease.Home && l.Id != lease.Id && l.Standing != LeaseStanding.Void
                && l.StartsOn > oldEnd && l.StartsOn <= newEnd)
            .OrderBy(l => l.StartsOn).FirstOrDefaultAsync();
        if (next is not null) return new Refusal(RenewLeaseRefusal.HomeUnderLease, next.Number, next.StartsOn);
        var renewal = new Renewal { Lease = lease.Id, NoticeOn = noticeOn, OldEndsOn = oldEnd, NewEndsOn = newEnd };
        lease.EndsOn = newEnd;
        db.Add(renewal);
        return renewal.Id;
    }
}
