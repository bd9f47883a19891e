using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Accounts;

/// <summary>A password that everyone may know.</summary>
[Secret]
public sealed class PublishPasswordInput
{
    /// <summary>The account.</summary>
    public AccountId Account { get; set; }

    /// <summary>The password.</summary>
    [Required, StringLength(200)]
    public string Password { get; set; } = "";
}

/// <summary>Why a password is not published.</summary>
public enum PublishPasswordRefusal
{
    /// <summary>Real accounts keep their passwords to themselves.</summary>
    [Says("Only a demonstration has published passwords.", Kind = RefusalKind.NotAllowed)]
    NotADemonstration,
}

/// <summary>
/// Gives an account of a demonstration the password that the program prints at start; no page offers it.
/// </summary>
[Needs(AccountPermission.Manage)]
[Does("Password of the demonstration published")]
public sealed class PublishPassword(TrustDb db, Acting acting, UserManager<Account> accounts)
    : IOperation<PublishPasswordInput, AccountId>
{
    /// <inheritdoc/>
    public async Task<Outcome<AccountId>> Run(PublishPasswordInput input)
    {
        if (!acting.Profile.IsDemonstration) return PublishPasswordRefusal.NotADemonstration;
        if (await db.Set<Account>().FirstOrDefaultAsync(a => a.Id == input.Account.Value) is not { } account)
            return CommonRefusal.NotFound;
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, input.Password);
        account.FirstPasswordUntil = null;
        return account.AccountId;
    }
}
