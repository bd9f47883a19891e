using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Leases;

/// <summary>The form that lets a transfer take effect.</summary>
public sealed class CompleteTransferModel(
    OperationRunner runner, LeaseRegister leases, CompleteTransfer operation, PersonChoices people,
    IStringLocalizer<Words> words)
    : TransferForm<CompleteTransferInput, TransferId>(runner, leases, operation)
{
    private const int Rows = 4;

    /// <summary>The people to choose from, or null when they are too many and the name is typed.</summary>
    public IReadOnlyList<SelectListItem>? People { get; private set; }

    /// <summary>The rights by which somebody joins.</summary>
    public IReadOnlyList<SelectListItem> Claims =>
        [.. Enum.GetValues<HeirClaim>().Select(c => new SelectListItem(words[c.ToReader()], c.ToString()))];

    /// <inheritdoc/>
    protected override async Task<bool> Fill(bool isNew)
    {
        if (Transfer.IsToLender) return true;
        People = await people.All();
        if (isNew)
        {
            Input.Holders = [.. View.Parts.HoldersOn(View.Today).Where(h => h.Person != Transfer.Leaver)
                .Select(h => new TakerInput
                {
                    Name = h.Person.ToString(),
                    Share = h.ShareParts is { } parts ? new Share(parts, h.ShareWhole!.Value).ToString() : null,
                })];
        }

        while (Input.Holders.Count < Rows) Input.Holders.Add(new TakerInput());
        return true;
    }
}
