using Commonstead.Core;
using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>The form for facts that a lease's rule asks for and nobody has stated.</summary>
public sealed class StateFactsModel(OperationRunner runner, LeaseRegister leases, StateFacts operation)
    : LeaseForm<StateFactsInput, LeaseId>(runner, leases, operation)
{
    /// <summary>What is asked, in the order of the form.</summary>
    public IReadOnlyList<RuleGiven> Asked { get; private set; } = [];

    /// <inheritdoc/>
    protected override string Part => "facts";

    /// <inheritdoc/>
    protected override Task<bool> Prepare(bool isNew)
    {
        var stated = View.Parts.FactsOn(View.Today).Where(f => f.Text is not null).Select(f => f.Name).ToHashSet();
        Asked = [.. (View.Rule?.Givens ?? [])
            .Where(g => !stated.Contains(g.Name) && g.IsOfLease(View.Lease.Area))];
        var typed = Input.Facts.Where(f => f.Name is not null).ToLookup(f => f.Name!, StringComparer.Ordinal);
        Input.Facts = [.. Asked.Select(a => typed[a.Name].FirstOrDefault() ?? new StatedRow { Name = a.Name })];
        return Task.FromResult(true);
    }
}
