using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;

namespace Commonstead.Accounts;

/// <summary>An account whose owner cannot sign in.</summary>
public sealed class GiveNewPasswordInput
{
    /// <summary>The account.</summary>
    public AccountId Account { get; set; }
}

/// <summary>Why no new password is given.</summary>
public enum GiveNewPasswordRefusal
{
    /// <summary>One's own password is changed by knowing the old one.</summary>
    [Says("This is your own account. Change your password on your account's page.")]
    OwnAccount,

    /// <summary>A closed account stays closed.</summary>
    [Says("This account is closed.", Kind = RefusalKind.Conflict)]
    Closed,
}

/// <summary>
/// Gives someone who cannot sign in a one-time password, lifts a lock-out, and ends their sign-ins elsewhere.
/// </summary>
[Needs(AccountPermission.Manage)]
[Does("New one-time password given")]
public sealed class GiveNewPassword(Acting acting, UserManager<Account> accounts)
    : IOperation<GiveNewPasswordInput, OneTimePassword>
{
    /// <inheritdoc/>
    public async Task<Outcome<OneTimePassword>> Run(GiveNewPasswordInput input)
    {
        if (await accounts.FindByIdAsync(input.Account.ToString()) is not { } account) return CommonRefusal.NotFound;
        if (input.Account.ToString() == acting.Actor.Key) return GiveNewPasswordRefusal.OwnAccount;
        if (account.ClosedOn is not null) return GiveNewPasswordRefusal.Closed;
        var password = Secrets.Readable(groups: 4);
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        account.FirstPasswordUntil = acting.Now + OpenAccount.FirstPasswordGood;
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        await accounts.UpdateSecurityStampAsync(account);
        return new OneTimePassword(account.Id, password);
    }
}
