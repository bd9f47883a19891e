using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Leases;

/// <summary>The form for a correction: of the fact that the address names, else of a term.</summary>
public sealed class ProposeCorrectionModel(
    OperationRunner runner, LeaseRegister leases, ProposeCorrection operation, IRuleBook rules)
    : LeaseForm<ProposeCorrectionInput, CorrectionId>(runner, leases, operation)
{
    /// <summary>The fact to be superseded, as the address names it.</summary>
    [BindProperty(SupportsGet = true, Name = "fact")]
    public LeaseFactId? FactId { get; set; }

    /// <summary>The fact to be superseded, or null when a term is corrected.</summary>
    internal LeaseFact? Wrong { get; private set; }

    /// <summary>The rules to choose from, as where a lease is entered.</summary>
    public IReadOnlyList<SelectListItem> Rules { get; private set; } = [];

    /// <inheritdoc/>
    protected override string Part => "story";

    /// <inheritdoc/>
    protected override async Task<bool> Prepare(bool isNew)
    {
        var id = Input.Fact ?? FactId;
        Wrong = View.Parts.Facts.FirstOrDefault(f => f.Id == id && f.SupersededAt is null);
        if (Wrong is null)
            Rules = [.. (await rules.Selectable()).Select(r => new SelectListItem(r.Title, r.Hash))];
        return id is null || Wrong is not null;
    }
}
