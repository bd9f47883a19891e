using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;

namespace Commonstead.Accounts;

/// <summary>A new password of one's own.</summary>
[Secret]
public sealed class ChangePasswordInput
{
    /// <summary>The password so far.</summary>
    [Required(ErrorMessage = "Enter your present password."), DataType(DataType.Password)]
    [StringLength(200, ErrorMessage = "The password is longer than 200 characters.")]
    [Display(Name = "Present password, or the one-time password")]
    public string Present { get; set; } = "";

    /// <summary>The password from now on.</summary>
    [Required(ErrorMessage = "Choose a new password."), DataType(DataType.Password)]
    [StringLength(200, ErrorMessage = "The password is longer than 200 characters.")]
    [Display(Name = "New password")]
    public string New { get; set; } = "";
}

/// <summary>Why a password is not changed.</summary>
public enum ChangePasswordRefusal
{
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
public sealed class ChangePassword(SignInManager<Account> signIn, Acting acting)
    : IOperation<ChangePasswordInput, AccountId>
{
    /// <inheritdoc/>
    public async Task<Outcome<AccountId>> Run(ChangePasswordInput input)
    {
        var accounts = signIn.UserManager;
        if (await accounts.FindByIdAsync(acting.Actor.Key) is not { } account) return CommonRefusal.NotFound;
        if (!await accounts.CheckPasswordAsync(account, input.Present)) return ChangePasswordRefusal.PresentWrong;
        if (input.New == input.Present) return ChangePasswordRefusal.SamePassword;
        if (!(await accounts.ChangePasswordAsync(account, input.Present, input.New)).Succeeded)
            return ChangePasswordRefusal.WeakPassword;
        account.FirstPasswordUntil = null;
        await signIn.RefreshSignInAsync(account);
        return account.AccountId;
    }
}
