using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>Why a person who is otherwise allowed to does nothing in this resale.</summary>
public enum ConflictRefusal
{
    /// <summary>Nobody approves the price of her own home.</summary>
    [Says("You are a seller of this home. Somebody else must do this.", Kind = RefusalKind.NotAllowed)]
    IsSeller,

    /// <summary>Nobody approves herself as a buyer.</summary>
    [Says("You are one of the buyers. Somebody else must do this.", Kind = RefusalKind.NotAllowed)]
    IsBuyer,

    /// <summary>Who lives with a seller or a buyer has their interest.</summary>
    [Says("You belong to the household of a seller or a buyer. Somebody else must do this.",
        Kind = RefusalKind.NotAllowed)]
    SharesHousehold,

    /// <summary>An interest stands on record.</summary>
    [Says("Your interest in this resale is on record since {0}: {1}. Somebody else must do this.",
        Kind = RefusalKind.NotAllowed)]
    HasInterest,
}

/// <summary>
/// Says whether the present actor has an interest in a resale: as seller or buyer, as one of their household, or as
/// declared. Whoever has one does nothing in it but say so, whatever their roles: no price, step or closing.
/// </summary>
public sealed class Conflicts(TrustDb db, Acting acting, ILeases leases, IHouseholds households) : IPermitsApproval
{
    /// <inheritdoc/>
    public async Task<Refusal?> Hinders(LeaseId lease, DateTime madeAt)
    {
        var resale = await db.Set<Resale>().AsNoTracking().Include(r => r.Buyers)
            .FirstOrDefaultAsync(r => r.Lease == lease && r.State == ResaleState.Open);
        return resale is null ? await Tied(await Sellers(lease), []) : await Of(resale, Buyers(resale));
    }

    /// <inheritdoc/>
    public Task<Refusal?> Bars(LeaseId lease) => Hinders(lease, acting.Now);

    /// <summary>The refusal for the present actor, or null when nothing is known against them.</summary>
    internal Task<Refusal?> Of(Resale resale) => Of(resale, Buyers(resale));

    /// <summary>As <see cref="Of(Resale)"/>, for buyers who are about to be recorded.</summary>
    internal async Task<Refusal?> Of(Resale resale, IReadOnlyCollection<PersonId> buyers) =>
        await Tied(await Sellers(resale.Lease), buyers) ?? await Declared(resale.Id);

    /// <summary>The refusal of whoever is tied to those who hold a lease, before there is a resale of it.</summary>
    internal async Task<Refusal?> OfHolders(LeaseId lease) => await Tied(await Sellers(lease), []);

    /// <summary>The interests declared in a resale, the latest first.</summary>
    internal Task<List<DeclaredInterest>> Declarations(ResaleId resale) => db.Set<DeclaredInterest>().AsNoTracking()
        .Where(i => i.Resale == resale).OrderByDescending(i => i.DeclaredOn).ThenByDescending(i => i.Id).ToListAsync();

    private async Task<Refusal?> Tied(IReadOnlyCollection<PersonId> sellers, IReadOnlyCollection<PersonId> buyers)
    {
        if (acting.Actor.Person is not { } value) return null;
        var self = new PersonId(value);
        if (sellers.Contains(self)) return new Refusal(ConflictRefusal.IsSeller);
        if (buyers.Contains(self)) return new Refusal(ConflictRefusal.IsBuyer);
        if (await households.Of(self, acting.Today) is not { } own) return null;
        foreach (var person in sellers.Concat(buyers))
        {
            if ((await households.Of(person, acting.Today))?.Id == own.Id)
                return new Refusal(ConflictRefusal.SharesHousehold);
        }

        return null;
    }

    private async Task<Refusal?> Declared(ResaleId resale)
    {
        PersonId? person = acting.Actor.Person is { } value ? new PersonId(value) : null;
        var found = await db.Set<DeclaredInterest>().AsNoTracking()
            .Where(i => i.Resale == resale && i.WithdrawnOn == null
                && (i.Account == acting.Actor.Key || (person != null && i.Person == person)))
            .OrderBy(i => i.DeclaredOn).FirstOrDefaultAsync();
        return found is null
            ? null
            : new Refusal(ConflictRefusal.HasInterest, found.DeclaredOn, found.Relation);
    }

    private async Task<IReadOnlyCollection<PersonId>> Sellers(LeaseId lease) =>
        (await leases.Terms(lease))?.Holders ?? [];

    private static List<PersonId> Buyers(Resale resale) => resale.Buyers.ConvertAll(b => b.Person);
}
