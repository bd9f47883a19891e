using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;

namespace Commonstead.Accounts;

/// <summary>A passkey's answer to the sign-in challenge.</summary>
public sealed class SignInByPasskeyInput
{
    /// <summary>The authenticator's answer as JSON.</summary>
    [Secret, StringLength(20_000, ErrorMessage = "The passkey's answer is too long.")]
    [Required(ErrorMessage = "The passkey did not answer. Try again, or use your password.")]
    public string Credential { get; set; } = "";
}

/// <summary>Why a passkey does not sign in.</summary>
public enum SignInByPasskeyRefusal
{
    /// <summary>The answer does not fit the challenge or the address, or the passkey is nobody's here.</summary>
    [Says("This passkey could not be checked. Use your password.")]
    NotChecked,

    /// <summary>Too many wrong passwords close the account to passkeys too.</summary>
    [Says("Too many tries. This account can sign in again in ten minutes.")]
    LockedOut,
}

/// <summary>Signs a person in by a passkey.</summary>
[OpenToAnyone("Signing in is how anyone becomes somebody. The passkey proves who; the page is rate limited.")]
[Does("Signed in with a passkey")]
public sealed class SignInByPasskey(SignInManager<Account> signIn, Acting acting)
    : IOperation<SignInByPasskeyInput, AccountId>
{
    /// <inheritdoc/>
    public async Task<Outcome<AccountId>> Run(SignInByPasskeyInput input)
    {
        var asserted = await Passkeys.Try(() => signIn.PerformPasskeyAssertionAsync(input.Credential));
        if (asserted is not { Succeeded: true } || asserted.User.ClosedOn <= acting.Today)
            return SignInByPasskeyRefusal.NotChecked;
        if (asserted.User.LockoutEnd > acting.Trust.Time.GetUtcNow()) return SignInByPasskeyRefusal.LockedOut;
        await signIn.UserManager.AddOrUpdatePasskeyAsync(asserted.User, asserted.Passkey);
        await signIn.SignInWithClaimsAsync(asserted.User, isPersistent: false, OwnSession.ByPasskey(acting.Now));
        acting.Actor = SignedIn.As(asserted.User);
        return asserted.User.AccountId;
    }
}
