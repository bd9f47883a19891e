using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Accounts;

/// <summary>An account to close.</summary>
public sealed class CloseAccountInput
{
    /// <summary>The account.</summary>
    public AccountId Account { get; set; }
}

/// <summary>Why an account is not closed.</summary>
public enum CloseAccountRefusal
{
    /// <summary>What is closed stays closed.</summary>
    [Says("This account is closed already.", Kind = RefusalKind.Conflict)]
    ClosedAlready,

    /// <summary>Without a steward nobody could open accounts or give roles.</summary>
    [Says("This is the trust's last steward. Make somebody else a steward without an end date first.")]
    LastSteward,
}

/// <summary>Closes an account for good: sign-ins and roles end at once, passkeys and recovery codes go.</summary>
[Needs(AccountPermission.Manage)]
[Does("Account closed")]
public sealed class CloseAccount(
    TrustDb db, Acting acting, Stewards stewards, RecoveryCodes codes, UserManager<Account> accounts)
    : IOperation<CloseAccountInput, AccountId>
{
    /// <inheritdoc/>
    public async Task<Outcome<AccountId>> Run(CloseAccountInput input)
    {
        var account = await db.Set<Account>().Include(a => a.Roles)
            .FirstOrDefaultAsync(a => a.Id == input.Account.Value);
        if (account is null) return CommonRefusal.NotFound;
        if (account.ClosedOn is not null) return CloseAccountRefusal.ClosedAlready;
        var open = account.Roles.Where(g => g.Until is null || g.Until >= acting.Today).ToList();
        if (open.Exists(g => g.Role == Role.Steward) && !await stewards.RemainWithout(account.Id))
            return CloseAccountRefusal.LastSteward;
        account.ClosedOn = acting.Today;
        account.PasswordHash = null;
        open.ForEach(g => g.Until = acting.Today.AddDays(-1));
        db.RemoveRange(await db.Set<AccountPasskey>().Where(p => p.UserId == account.Id).ToListAsync());
        await codes.Forget(account.Id);
        await accounts.UpdateSecurityStampAsync(account);
        return account.AccountId;
    }
}
