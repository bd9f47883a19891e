using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Lab;

/// <summary>A published study to take down.</summary>
public sealed class TakeDownStudyInput
{
    /// <summary>The study.</summary>
    public PublishedStudyId Study { get; set; }

    /// <summary>Why; its page says so from then on.</summary>
    [Display(Name = "Why it is taken down"), Required(ErrorMessage = "Say why it is taken down.")]
    [StringLength(500, ErrorMessage = "The reason is longer than 500 characters.")]
    public string Because { get; set; } = "";
}

/// <summary>Why a study is not taken down.</summary>
public enum TakeDownStudyRefusal
{
    /// <summary>It was before.</summary>
    [Says("This study was taken down on {0}.", Kind = RefusalKind.Conflict)]
    TakenDown,
}

/// <summary>Takes a published study down: its page then says that, when and why, and shows nothing more.</summary>
[Needs(LabPermission.Publish)]
[Does("Study of the resale lab taken down")]
public sealed class TakeDownStudy(TrustDb db, Acting acting) : IOperation<TakeDownStudyInput, PublishedStudyId>
{
    /// <inheritdoc/>
    public async Task<Outcome<PublishedStudyId>> Run(TakeDownStudyInput input)
    {
        var study = await db.Set<PublishedStudy>().FirstOrDefaultAsync(s => s.Id == input.Study);
        if (study is null) return CommonRefusal.NotFound;
        if (study.TakenDownOn is { } before) return new Refusal(TakeDownStudyRefusal.TakenDown, before);
        (study.TakenDownOn, study.TakenDownBecause) = (acting.Today, input.Because.Trim());
        return study.Id;
    }
}
