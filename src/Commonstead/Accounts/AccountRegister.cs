using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Accounts;

/// <summary>Reads accounts for those who look after them, and each account for its owner.</summary>
public sealed class AccountRegister(TrustDb db, Acting acting) : IAccounts, IActors
{
    /// <summary>The accounts the actor may see: all, or none.</summary>
    internal IQueryable<Account> Accounts => acting.Actor.May(AccountPermission.Manage)
        ? db.Set<Account>().AsNoTracking().Include(a => a.Roles)
        : db.Set<Account>().AsNoTracking().Where(_ => false);

    /// <summary>One account with its roles, or null.</summary>
    internal Task<Account?> Account(AccountId id) => Accounts.FirstOrDefaultAsync(a => a.Id == id.Value);

    /// <summary>The actor's own account, or null for the operator and for visitors.</summary>
    internal async Task<Account?> Own() => Guid.TryParse(acting.Actor.Key, out var id)
        ? await db.Set<Account>().AsNoTracking().Include(a => a.Roles).FirstOrDefaultAsync(a => a.Id == id)
        : null;

    /// <inheritdoc/>
    public async Task<Actor?> ActorOf(string key) => Guid.TryParse(key, out var id)
        ? (await SignedIn.Find(db, acting.Today, id))?.Actor
        : null;

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> actors)
    {
        var ids = actors.Where(a => Guid.TryParse(a, out _)).Select(Guid.Parse).ToList();
        return Named(db.Set<Account>().Where(a => ids.Contains(a.Id)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> AllNames() => Named(db.Set<Account>());

    private static async Task<IReadOnlyDictionary<string, string>> Named(IQueryable<Account> accounts)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["operator"] = "Operator",
            ["program"] = "The program",
            ["visitor"] = "A visitor",
        };
        var found = await accounts.AsNoTracking().Select(a => new { a.Id, a.DisplayName }).ToListAsync();
        foreach (var account in found) names[RecordIds.Text(account.Id)] = account.DisplayName;
        return names;
    }

    /// <inheritdoc/>
    public Sentence? RolesWith(string permission)
    {
        var roles = RoleTable.With(permission).Select(r => (object)new Sentence(r.ToReader())).ToList();
        var places = Enumerable.Range(0, roles.Count).Select(i => $"{{{i}}}").ToList();
        return roles.Count switch
        {
            0 => null,
            1 => new Sentence("{0}", roles),
            2 => new Sentence("{0} or {1}", roles),
            _ => new Sentence($"{string.Join(", ", places[..^1])} or {places[^1]}", roles),
        };
    }

    /// <summary>
    /// Who can sign in to a demonstration, with their roles; nobody where a real trust keeps its record.
    /// </summary>
    internal async Task<IReadOnlyList<Account>> OfDemonstration() =>
        acting.Trust.Profile is not { IsDemonstration: true } ? []
            : await db.Set<Account>().AsNoTracking().Include(a => a.Roles)
            .Where(a => a.ClosedOn == null && a.Email!.EndsWith(DemonstrationSignIn.Domain))
            .OrderBy(a => a.Roles.Min(r => r.Role)).ThenBy(a => a.Id).ToListAsync();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AccountName>> Working()
    {
        var today = acting.Today;
        var found = await db.Set<Account>().AsNoTracking()
            .Where(a => (a.ClosedOn == null || a.ClosedOn > today) && a.Roles.Any(g =>
                g.Role != Role.Leaseholder && g.Role != Role.Member
                && g.From <= today && (g.Until == null || g.Until >= today)))
            .OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Select(a => new { a.Id, a.DisplayName }).ToListAsync();
        return found.ConvertAll(a => new AccountName(RecordIds.Text(a.Id), a.DisplayName));
    }
}

/// <summary>That a person has an account is a tie to the trust while it is open.</summary>
internal sealed class AccountTies(TrustDb db, Acting acting) : IPersonTies
{
    public async Task<IReadOnlyList<PersonTie>> Of(IReadOnlyCollection<PersonId> ids)
    {
        var maybe = ids.Select(id => (PersonId?)id).ToList();
        var accounts = await db.Set<Account>().AsNoTracking().Where(a => maybe.Contains(a.Person))
            .Select(a => new { a.Id, a.ClosedOn, From = a.Roles.Min(g => (DateOnly?)g.From) }).ToListAsync();
        return accounts.ConvertAll(a => new PersonTie(
            "Has an account to sign in",
            acting.Actor.May(AccountPermission.Manage) ? $"/accounts/{RecordIds.Text(a.Id)}" : null,
            a.From,
            a.ClosedOn?.AddDays(-1)));
    }
}
