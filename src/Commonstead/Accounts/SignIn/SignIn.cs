using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;

namespace Commonstead.Accounts;

/// <summary>What a person signs in with.</summary>
public sealed class SignInInput
{
    /// <summary>The account's address.</summary>
    [Required(ErrorMessage = "Enter your e-mail address.")]
    [StringLength(254, ErrorMessage = "The address is longer than 254 characters.")]
    [Display(Name = "E-mail address")]
    public string Email { get; set; } = "";

    /// <summary>The password, or one of the recovery codes.</summary>
    [Required(ErrorMessage = "Enter your password."), DataType(DataType.Password)]
    [StringLength(200, ErrorMessage = "The password is longer than 200 characters.")]
    [Display(Name = "Password or recovery code")]
    public string Password { get; set; } = "";
}

/// <summary>
/// What an attempt to sign in came to. A failed one is an answer, not a refusal: it must be counted, and a refusal
/// leaves nothing behind.
/// </summary>
public enum SignInAnswer
{
    /// <summary>The cookie is set.</summary>
    SignedIn,

    /// <summary>The cookie is set; the recovery code is used up.</summary>
    SignedInByRecoveryCode,

    /// <summary>The cookie is set; the one-time password must now be replaced by a password of their own.</summary>
    SignedInByFirstPassword,

    /// <summary>No such account, or another password.</summary>
    Wrong,

    /// <summary>The right one-time password, but too late.</summary>
    FirstPasswordExpired,

    /// <summary>Too many failed attempts; it opens again after a while.</summary>
    LockedOut,
}

/// <summary>How the audit trail tells an attempt that let nobody in.</summary>
[Does("Tried to sign in, in vain")]
public static class FailedSignIn;

/// <summary>Signs a person in by password, or by a recovery code in its place.</summary>
[OpenToAnyone("Signing in is how anyone becomes somebody. Attempts are counted, and the page is rate limited.")]
[Does("Signed in")]
public sealed class SignIn(SignInManager<Account> signIn, RecoveryCodes codes, Acting acting)
    : IOperation<SignInInput, SignInAnswer>, IPrepares<SignInInput>
{
    /// <summary>Failed attempts in a row that lock an account.</summary>
    public const int MostAttempts = 5;

    /// <summary>How long a locked account stays so.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);

    private static readonly Account _nobody = new() { UserName = "nobody" };

    private (string? Hash, PasswordVerificationResult Result)? _compared;

    private UserManager<Account> Accounts => signIn.UserManager;

    /// <inheritdoc/>
    public async Task Prepare(SignInInput input)
    {
        var account = await Accounts.FindByEmailAsync(input.Email);
        _compared = (account?.PasswordHash, Compare(account, input.Password));
    }

    /// <inheritdoc/>
    public async Task<Outcome<SignInAnswer>> Run(SignInInput input)
    {
        acting.ToldAs = nameof(FailedSignIn);
        var account = await Accounts.FindByEmailAsync(input.Email);
        if (account is null || account.ClosedOn <= acting.Today) return SignInAnswer.Wrong;
        if (account.LockoutEnd > acting.Trust.Time.GetUtcNow()) return SignInAnswer.LockedOut;
        if (Holds(account, input.Password))
        {
            if (account.FirstPasswordUntil < acting.Now) return SignInAnswer.FirstPasswordExpired;
            var isFirst = account.FirstPasswordUntil is not null;
            return await Enter(account, isFirst ? SignInAnswer.SignedInByFirstPassword : SignInAnswer.SignedIn);
        }

        if (await codes.UseUp(account, input.Password))
            return await Enter(account, SignInAnswer.SignedInByRecoveryCode, OwnSession.ByCode(acting.Now));
        return CountFailure(account);
    }

    // Compared again only when the password was changed in between.
    private bool Holds(Account account, string password)
    {
        var result = _compared is { } before && before.Hash == account.PasswordHash
            ? before.Result : Compare(account, password);
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
            account.PasswordHash = Accounts.PasswordHasher.HashPassword(account, password);
        return result != PasswordVerificationResult.Failed;
    }

    // An address that is not known takes the same work, so that time does not tell which addresses are.
    private PasswordVerificationResult Compare(Account? account, string password)
    {
        if (account?.PasswordHash is { } hash)
            return Accounts.PasswordHasher.VerifyHashedPassword(account, hash, password);
        Accounts.PasswordHasher.HashPassword(account ?? _nobody, password);
        return PasswordVerificationResult.Failed;
    }

    private async Task<SignInAnswer> Enter(Account account, SignInAnswer how, params Claim[] carried)
    {
        account.AccessFailedCount = 0;
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, carried);
        acting.ToldAs = null;
        acting.Actor = SignedIn.As(account);
        return how;
    }

    // Counted here and not by Identity, whose clock is the machine's and not the trust's.
    private SignInAnswer CountFailure(Account account)
    {
        account.AccessFailedCount++;
        if (account.AccessFailedCount < MostAttempts) return SignInAnswer.Wrong;
        account.AccessFailedCount = 0;
        account.LockoutEnd = acting.Trust.Time.GetUtcNow() + LockedFor;
        return SignInAnswer.LockedOut;
    }
}
