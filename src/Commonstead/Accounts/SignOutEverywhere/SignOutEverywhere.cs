using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;

namespace Commonstead.Accounts;

/// <summary>Nothing is asked: it concerns the actor's own account.</summary>
public sealed class SignOutEverywhereInput;

/// <summary>Ends every sign-in of the actor's account, on all machines, at once.</summary>
[Needs(AccountPermission.Own)]
[Does("Signed out everywhere")]
public sealed class SignOutEverywhere(UserManager<Account> accounts, Acting acting)
    : IOperation<SignOutEverywhereInput, Done>
{
    /// <inheritdoc/>
    public async Task<Outcome<Done>> Run(SignOutEverywhereInput input)
    {
        if (await accounts.FindByIdAsync(acting.Actor.Key) is not { } account) return CommonRefusal.NotFound;
        await accounts.UpdateSecurityStampAsync(account);
        return default(Done);
    }
}
