using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;

namespace Commonstead.Accounts;

/// <summary>Who asks for new codes must be the account's owner, and not whoever finds her screen open.</summary>
[Secret]
public sealed class MakeRecoveryCodesInput
{
    /// <summary>The present password; not asked of someone who just came in with a passkey or a recovery code.
    /// </summary>
    [DataType(DataType.Password)]
    [StringLength(200, ErrorMessage = "The password is longer than 200 characters.")]
    [Display(Name = "Present password")]
    public string? Present { get; set; }
}

/// <summary>Why no codes are made.</summary>
public enum MakeRecoveryCodesRefusal
{
    /// <summary>The session was opened with the password, or longer ago.</summary>
    [Says("Enter your present password, or sign in anew with a passkey.",
        Field = nameof(MakeRecoveryCodesInput.Present), Kind = RefusalKind.Input)]
    PresentMissing,

    /// <summary>A code is as good as the password, so that it must not be had from an open screen.</summary>
    [Says("This is not your present password.", Field = nameof(MakeRecoveryCodesInput.Present))]
    PresentWrong,
}

/// <summary>Makes ten recovery codes for one's own account, shown once; older ones are good for nothing.</summary>
[Needs(AccountPermission.Own)]
[Does("Own recovery codes made")]
public sealed class MakeRecoveryCodes(
    RecoveryCodes codes, UserManager<Account> accounts, Acting acting, OwnSession session)
    : IOperation<MakeRecoveryCodesInput, IReadOnlyList<string>>
{
    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyList<string>>> Run(MakeRecoveryCodesInput input)
    {
        if (await accounts.FindByIdAsync(acting.Actor.Key) is not { } account) return CommonRefusal.NotFound;
        if (!session.IsProved)
        {
            if (string.IsNullOrEmpty(input.Present)) return MakeRecoveryCodesRefusal.PresentMissing;
            if (!await accounts.CheckPasswordAsync(account, input.Present))
                return MakeRecoveryCodesRefusal.PresentWrong;
        }

        return Outcome<IReadOnlyList<string>>.Done(await codes.Make(account.Id));
    }
}
