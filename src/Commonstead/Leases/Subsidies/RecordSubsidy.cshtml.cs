using Commonstead.People;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Leases;

/// <summary>The form for a subsidy.</summary>
public sealed class RecordSubsidyModel(
    OperationRunner runner, LeaseRegister leases, RecordSubsidy operation, IOrganisations organisations)
    : LeaseForm<RecordSubsidyInput, SubsidyId>(runner, leases, operation)
{
    private const int Most = 500;

    /// <summary>Who may have given it.</summary>
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <inheritdoc/>
    protected override string Part => "subsidies";

    /// <inheritdoc/>
    protected override async Task<bool> Prepare(bool isNew)
    {
        var all = await organisations.All(Most);
        Organisations = [.. all.Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
        return true;
    }
}
