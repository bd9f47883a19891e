using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;

namespace Commonstead.Accounts;

/// <summary>A new name for a passkey.</summary>
public sealed class RenamePasskeyInput
{
    /// <summary>The passkey.</summary>
    [Required(ErrorMessage = "Choose a passkey."), StringLength(2100, ErrorMessage = "There is no such passkey.")]
    public string Passkey { get; set; } = "";

    /// <summary>What its owner calls it.</summary>
    [Required(ErrorMessage = "Give the passkey a name, such as the machine it is on.")]
    [StringLength(60, ErrorMessage = "The name is longer than 60 characters.")]
    [Display(Name = "New name")]
    public string Name { get; set; } = "";
}

/// <summary>Names a passkey of one's own anew.</summary>
[Needs(AccountPermission.Own)]
[Does("Own passkey renamed")]
public sealed class RenamePasskey(UserManager<Account> accounts, Acting acting)
    : IOperation<RenamePasskeyInput, AccountId>
{
    /// <inheritdoc/>
    public async Task<Outcome<AccountId>> Run(RenamePasskeyInput input)
    {
        if (await accounts.FindByIdAsync(acting.Actor.Key) is not { } account) return CommonRefusal.NotFound;
        if (await Passkeys.Find(accounts, account, input.Passkey) is not { } passkey) return CommonRefusal.NotFound;
        passkey.Name = input.Name.Trim();
        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        return account.AccountId;
    }
}

/// <summary>A passkey to remove.</summary>
public sealed class RemovePasskeyInput
{
    /// <summary>The passkey.</summary>
    [Required(ErrorMessage = "Choose a passkey."), StringLength(2100, ErrorMessage = "There is no such passkey.")]
    public string Passkey { get; set; } = "";
}

/// <summary>Removes a passkey of one's own; it signs nobody in any more. The password stays.</summary>
[Needs(AccountPermission.Own)]
[Does("Own passkey removed")]
public sealed class RemovePasskey(UserManager<Account> accounts, Acting acting)
    : IOperation<RemovePasskeyInput, AccountId>
{
    /// <inheritdoc/>
    public async Task<Outcome<AccountId>> Run(RemovePasskeyInput input)
    {
        if (await accounts.FindByIdAsync(acting.Actor.Key) is not { } account) return CommonRefusal.NotFound;
        if (await Passkeys.Find(accounts, account, input.Passkey) is not { } passkey) return CommonRefusal.NotFound;
        await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        return account.AccountId;
    }
}
