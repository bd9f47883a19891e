using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>That an encumbrance no longer binds.</summary>
public sealed class EndEncumbranceInput
{
    /// <summary>The encumbrance.</summary>
    public EncumbranceId Encumbrance { get; set; }

    /// <summary>The version that was looked at.</summary>
    public int Version { get; set; }

    /// <summary>The first day it no longer binds.</summary>
    [Required(ErrorMessage = "Enter the day it came to an end.")]
    [Display(Name = "Ended on")]
    public DateOnly? EndedOn { get; set; }

    /// <summary>How it came to an end.</summary>
    [Required(ErrorMessage = "Say how it came to an end.")]
    [StringLength(300, ErrorMessage = "The reason is longer than 300 characters.")]
    [Display(Name = "How it ended")]
    public string Reason { get; set; } = "";
}

/// <summary>Why an encumbrance is not ended.</summary>
public enum EndEncumbranceRefusal
{
    /// <summary>It ends once.</summary>
    [Says("It came to an end already, on {0}.")]
    EndedAlready,

    /// <summary>It ends after it began.</summary>
    [Says("It cannot have ended before it began, on {0}.", Field = nameof(EndEncumbranceInput.EndedOn))]
    EndsBeforeItBegan,

    /// <summary>What is still to come is no fact.</summary>
    [Says("Enter the end once it has come; {0} is still to come.", Field = nameof(EndEncumbranceInput.EndedOn))]
    EndsInFuture,
}

/// <summary>Ends an encumbrance, with a date and a reason; it stays on record.</summary>
[Needs(LandPermission.Edit)]
[Does("Encumbrance ended")]
public sealed class EndEncumbrance(TrustDb db, Acting acting) : IOperation<EndEncumbranceInput, EncumbranceId>
{
    /// <inheritdoc/>
    public async Task<Outcome<EncumbranceId>> Run(EndEncumbranceInput input)
    {
        var encumbrance = await db.Set<Encumbrance>().FirstOrDefaultAsync(e => e.Id == input.Encumbrance);
        if (encumbrance is null) return CommonRefusal.NotFound;
        if (encumbrance.EndedOn is { } ended)
            return new Refusal(EndEncumbranceRefusal.EndedAlready, ended.ToReader());
        if (encumbrance.Version != input.Version)
            return Refusal.ChangedSince(encumbrance, input.Version, "the encumbrance");
        if (input.EndedOn < encumbrance.BeginsOn)
            return new Refusal(EndEncumbranceRefusal.EndsBeforeItBegan, encumbrance.BeginsOn.ToReader());
        if (input.EndedOn > acting.Today)
            return new Refusal(EndEncumbranceRefusal.EndsInFuture, input.EndedOn.Value.ToReader());
        (encumbrance.EndedOn, encumbrance.EndedBecause) = (input.EndedOn, input.Reason.Trim());
        return encumbrance.Id;
    }
}
