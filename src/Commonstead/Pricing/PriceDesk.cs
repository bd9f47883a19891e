using Commonstead.Desk;
using Commonstead.Leases;
using Commonstead.Platform.Operations;

namespace Commonstead.Pricing;

/// <summary>
/// What pricing has for the desk: determinations that another person made and the reader may approve.
/// </summary>
public sealed class PriceDesk(IPrices prices, ILeases leases, Acting acting) : IDeskWork
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskEntry>> Waiting()
    {
        if (!acting.Actor.May(PricingPermission.Approve)) return [];
        var waiting = (await prices.Waiting()).Where(p => p.MadeBy != acting.Actor.Key).ToList();
        var names = await leases.Names([.. waiting.Select(p => p.Lease)]);
        return
        [
            .. waiting.Where(p => names.ContainsKey(p.Lease)).Select(p =>
                new DeskEntry("Approve a maximum price", names[p.Lease].Address, null, null, $"/prices/{p.Id}")),
        ];
    }
}
