using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Leases;

/// <summary>The form for the end of a subsidy.</summary>
public sealed class EndSubsidyModel(OperationRunner runner, LeaseRegister leases, EndSubsidy operation)
    : LeaseForm<EndSubsidyInput, SubsidyId>(runner, leases, operation)
{
    /// <summary>The subsidy, as the address names it.</summary>
    [FromRoute(Name = "subsidy")]
    public SubsidyId SubsidyId { get; set; }

    /// <summary>The subsidy.</summary>
    internal Subsidy Ended { get; private set; } = null!;

    /// <inheritdoc/>
    protected override string Part => "subsidies";

    /// <inheritdoc/>
    protected override void TakeFromAddress() => Input.Subsidy = SubsidyId;

    /// <inheritdoc/>
    protected override Task<bool> Prepare(bool isNew)
    {
        Ended = View.History.Subsidies.FirstOrDefault(s => s.Id == SubsidyId)!;
        return Task.FromResult(Ended is not null);
    }
}
