using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;

namespace Commonstead.Accounts;

/// <summary>A new password of one's own.</summary>
[Secret]
public sealed class ChangePasswordInput
{
    /// <summary>The password so far; not asked of someone who just came in with a recovery code.</summary>
    [DataType(DataType.Password)]
    [StringLength(200, ErrorMessage = "The password is longer than 200 characters.")]
    [Display(Name = "Present password, or the one-time password")]
    public string? Present { get; set; }

    /// <summary>The password from now on.</summary>
    [Required(ErrorMessage = "Choose a new password."), DataType(DataType.Password)]
    [StringLength(200, ErrorMessage = "The password is longer than 200 characters.")]
    [Display(Name = "New password")]
    public string New { get; set; } = "";
}

/// <summary>Why a password is not changed.</summary>
public enum ChangePasswordRefusal
{
    /// <summary>The session was opened with the password, or longer ago.</summary>
    [Says("Enter your present password.", Field = nameof(ChangePasswordInput.Present), Kind = RefusalKind.Input)]
    PresentMissing,

    /// <summary>Whoever finds an open screen must not be able to lock its owner out.</summary>
    [Says("This is not your present password.", Field = nameof(ChangePasswordInput.Present))]
    PresentWrong,

    /// <summary>The password is too easily guessed.</summary>
    [Says("Choose a longer password: at least 12 characters, not all alike.", Field = nameof(ChangePasswordInput.New))]
    WeakPassword,

    /// <summary>A password that does not change protects nobody anew.</summary>
    [Says("Choose a password other than the present one.", Field = nameof(ChangePasswordInput.New))]
    SamePassword,
}

/// <summary>Changes one's own password; sign-ins on other machines end, the one at hand stays.</summary>
[Needs(AccountPermission.Own)]
[Does("Own password changed")]
public sealed class ChangePassword(SignInManager<Account> signIn, Acting acting, OwnSession session)
    : IOperation<ChangePasswordInput, AccountId>
{
    /// <inheritdoc/>
    public async Task<Outcome<AccountId>> Run(ChangePasswordInput input)
    {
        var accounts = signIn.UserManager;
        if (await accounts.FindByIdAsync(acting.Actor.Key) is not { } account) return CommonRefusal.NotFound;
        if (!session.IsRecovered)
        {
            if (string.IsNullOrEmpty(input.Present)) return ChangePasswordRefusal.PresentMissing;
            if (!await accounts.CheckPasswordAsync(account, input.Present)) return ChangePasswordRefusal.PresentWrong;
        }

        if (await accounts.CheckPasswordAsync(account, input.New)) return ChangePasswordRefusal.SamePassword;
        foreach (var validator in accounts.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(accounts, account, input.New)).Succeeded)
                return ChangePasswordRefusal.WeakPassword;
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, input.New);
        account.FirstPasswordUntil = null;
        await accounts.UpdateSecurityStampAsync(account);

        // The cookie made anew carries no recovery code any more: it is good for one new password.
        await signIn.RefreshSignInAsync(account);
        return account.AccountId;
    }
}
