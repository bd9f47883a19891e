using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary>A release that its publisher took back.</summary>
public sealed class WithdrawReleaseInput
{
    /// <summary>The series' code.</summary>
    public string Series { get; set; } = "";

    /// <summary>The release's name.</summary>
    public string Release { get; set; } = "";

    /// <summary>The day the publisher withdrew it; not before its publication, not after today.</summary>
    [Display(Name = "Withdrawn on")]
    [Required(ErrorMessage = "Give the day on which the publisher withdrew it.")]
    public DateOnly? On { get; set; }

    /// <summary>Why, and where the publisher says so.</summary>
    [Display(Name = "Why, and where the publisher says so")]
    [Required(ErrorMessage = "Say why it was withdrawn, and where the publisher says so.")]
    [StringLength(500, ErrorMessage = "The reason is longer than 500 characters.")]
    public string Because { get; set; } = "";
}

/// <summary>Why a release is not marked as withdrawn.</summary>
public enum WithdrawReleaseRefusal
{
    /// <summary>It was marked before.</summary>
    [Says("This release is marked as withdrawn already, since {0}.", Kind = RefusalKind.Conflict)]
    Withdrawn,

    /// <summary>A release cannot be withdrawn before it is published.</summary>
    [Says("It was published on {0}: give a day from then to today.", Field = nameof(WithdrawReleaseInput.On))]
    OutsideItsTime,
}

/// <summary>
/// Marks a release as withdrawn by its publisher. What was computed from it stays and says so; nothing new is.
/// </summary>
[Needs(SeriesPermission.Import)]
[Does("Release of figures marked as withdrawn")]
public sealed class WithdrawRelease(TrustDb db, Acting acting)
    : IOperation<WithdrawReleaseInput, ReleaseWithdrawalId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ReleaseWithdrawalId>> Run(WithdrawReleaseInput input)
    {
        var release = await db.Set<PublishedRelease>()
            .FirstOrDefaultAsync(r => r.Series == input.Series && r.Release == input.Release);
        if (release is null) return CommonRefusal.NotFound;
        var before = await db.Set<ReleaseWithdrawal>().FirstOrDefaultAsync(w => w.Release == release.Number);
        if (before is not null) return new Refusal(WithdrawReleaseRefusal.Withdrawn, before.On);
        var on = input.On!.Value;
        if (on < release.Published || on > acting.Today)
            return new Refusal(WithdrawReleaseRefusal.OutsideItsTime, release.Published);
        var withdrawal = new ReleaseWithdrawal { Release = release.Number, On = on, Because = input.Because.Trim() };
        db.Add(withdrawal);
        return withdrawal.Id;
    }
}
