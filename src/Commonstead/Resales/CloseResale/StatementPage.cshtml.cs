using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Resales;

/// <summary>The seller's statement of a closing, for one sheet of paper.</summary>
public sealed class StatementPageModel(ResaleBoard board, ILeases leases, Acting acting) : ResaleForm(board, leases)
{
    private readonly ResaleBoard _board = board;

    /// <summary>The closing.</summary>
    public Closing Closing { get; private set; } = null!;

    /// <inheritdoc/>
    public override IReadOnlyList<(string, string)> Trail =>
        acting.Actor.May(ResalePermission.SeeAll) ? base.Trail : [(Resale.Number, $"/resales/{Id}")];

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(ClosingId closing)
    {
        if (!await Load()) return NotFound();
        if ((await _board.Closings(Id)).Find(c => c.Id == closing) is not { } found) return NotFound();
        Closing = found;
        return Page();
    }
}
