using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>The form for how a home was paid for.</summary>
public sealed class StatePurchaseModel(OperationRunner runner, LeaseRegister leases, StatePurchase operation)
    : LeaseForm<StatePurchaseInput, PurchaseId>(runner, leases, operation)
{
    /// <inheritdoc/>
    protected override string Part => "purchase";

    /// <inheritdoc/>
    protected override Task<bool> Prepare(bool isNew)
    {
        if (!isNew) return Task.FromResult(true);
        Input.On = View.Parts.HoldersOn(View.Today).Select(h => (DateOnly?)h.From).Min() ?? View.Lease.StartsOn;
        Input.Sources =
        [
            .. View.History.Mortgages.Select(m => new SourceInput { Mortgage = m.Id }),
            .. View.History.Subsidies.Where(s => s.Form != SubsidyForm.LandWriteDown)
                .Select(s => new SourceInput { Subsidy = s.Id }),
        ];
        return Task.FromResult(true);
    }

    /// <summary>A source by its name.</summary>
    internal string NameOf(SourceInput source) =>
        View.History.Mortgages.FirstOrDefault(m => m.Id == source.Mortgage) is { } mortgage ? mortgage.Lender
        : View.History.Subsidies.FirstOrDefault(s => s.Id == source.Subsidy) is { } subsidy ? View.SourceOf(subsidy)
        : "?";
}
