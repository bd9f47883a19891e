using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Leases;

/// <summary>The form for a change of leaseholders without a sale.</summary>
public sealed class ChangeHoldersModel(
    OperationRunner runner, LeaseRegister leases, ChangeHolders operation, PersonChoices people)
    : LeaseForm<ChangeHoldersInput, LeaseId>(runner, leases, operation)
{
    private const int Rows = 4;

    /// <summary>The people to choose from, or null when they are too many and the name is typed.</summary>
    public IReadOnlyList<SelectListItem>? People { get; private set; }

    /// <inheritdoc/>
    protected override string Part => "holders";

    /// <inheritdoc/>
    protected override async Task<bool> Prepare(bool isNew)
    {
        People = await people.All();
        if (isNew)
        {
            Input.Holders = [.. View.Parts.HoldersOn(View.Today).Select(h => new HolderInput
            {
                Name = h.Person.ToString(),
                Share = h.ShareParts is { } parts ? new Share(parts, h.ShareWhole!.Value).ToString() : null,
            })];
        }

        while (Input.Holders.Count < Rows) Input.Holders.Add(new HolderInput());
        return true;
    }
}
