using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;

namespace Commonstead.Resales;

/// <summary>A resale that ends, or goes on, for a reason.</summary>
public sealed class EndResaleInput
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; set; }

    /// <summary>The version of the resale the actor saw.</summary>
    public int SeenVersion { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why.")]
    [StringLength(1000, ErrorMessage = "The reason is longer than 1,000 characters.")]
    [Display(Name = "Reason"), DataType(DataType.MultilineText)]
    public string Reason { get; set; } = "";
}

/// <summary>Why a resale is not cancelled; <see cref="ResaleRefusal"/> comes before.</summary>
public enum CancelResaleRefusal
{
    /// <summary>A closing waits for confirmation.</summary>
    [Says("A closing of this resale waits for confirmation. Have it sent back first.")]
    ClosingPrepared,
}

/// <summary>Ends a resale without a sale: the owner stays. Its history is kept.</summary>
[Needs(ResalePermission.Work)]
[Does("Resale ended")]
public sealed class CancelResale(Acting acting, ResaleBoard board, ResaleWork work)
    : IOperation<EndResaleInput, ResaleId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResaleId>> Run(EndResaleInput input)
    {
        var found = await work.Open(input.Resale, input.SeenVersion);
        if (!found.IsDone) return Outcome<ResaleId>.Refused(found.Refusals);
        if ((await board.Closings(input.Resale)).Exists(c => c.State == ClosingState.Prepared))
            return CancelResaleRefusal.ClosingPrepared;
        found.Value.State = ResaleState.Cancelled;
        work.Happened(found.Value, acting.Today, "Resale cancelled.", input.Reason);
        return found.Value.Id;
    }
}
