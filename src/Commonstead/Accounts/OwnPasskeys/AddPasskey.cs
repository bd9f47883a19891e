using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;

namespace Commonstead.Accounts;

/// <summary>A passkey the browser just made.</summary>
public sealed class AddPasskeyInput
{
    /// <summary>What its owner calls it.</summary>
    [Required(ErrorMessage = "Give the passkey a name, such as the machine it is on.")]
    [StringLength(60, ErrorMessage = "The name is longer than 60 characters.")]
    [Display(Name = "Name of the passkey")]
    public string Name { get; set; } = "";

    /// <summary>The authenticator's answer as JSON.</summary>
    [Secret, StringLength(20_000, ErrorMessage = "The passkey's answer is too long.")]
    [Required(ErrorMessage = "The passkey did not answer. Try again.")]
    public string Credential { get; set; } = "";
}

/// <summary>Why a passkey is not added.</summary>
public enum AddPasskeyRefusal
{
    /// <summary>The answer does not fit the challenge, the address or the account.</summary>
    [Says("The passkey could not be checked. Try again; if it fails once more, use your password.")]
    NotChecked,

    /// <summary>A few are enough.</summary>
    [Says("You have {0} passkeys. Remove one you no longer use first.")]
    TooMany,
}

/// <summary>Adds a passkey to one's own account.</summary>
[Needs(AccountPermission.Own)]
[Does("Own passkey added")]
public sealed class AddPasskey(SignInManager<Account> signIn, Acting acting) : IOperation<AddPasskeyInput, AccountId>
{
    /// <summary>How many passkeys one account may have.</summary>
    public const int Most = 10;

    /// <inheritdoc/>
    public async Task<Outcome<AccountId>> Run(AddPasskeyInput input)
    {
        var accounts = signIn.UserManager;
        if (await accounts.FindByIdAsync(acting.Actor.Key) is not { } account) return CommonRefusal.NotFound;
        if ((await accounts.GetPasskeysAsync(account)).Count >= Most)
            return new Refusal(AddPasskeyRefusal.TooMany, Most);
        var attested = await Passkeys.Try(() => signIn.PerformPasskeyAttestationAsync(input.Credential));
        if (attested is not { Succeeded: true } || attested.UserEntity.Id != account.Id.ToString())
            return AddPasskeyRefusal.NotChecked;
        attested.Passkey.Name = input.Name.Trim();
        await accounts.AddOrUpdatePasskeyAsync(account, attested.Passkey);
        return account.AccountId;
    }
}

/// <summary>What passkey ceremonies have in common.</summary>
internal static class Passkeys
{
    /// <summary>
    /// Runs a step of a ceremony; null when the browser sent something that is no answer, or the challenge ran out.
    /// </summary>
    public static async Task<T?> Try<T>(Func<Task<T>> step)
        where T : class
    {
        try
        {
            return await step();
        }
        catch (Exception e) when (e is InvalidOperationException or PasskeyException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>A passkey's id as forms carry it.</summary>
    public static string IdOf(UserPasskeyInfo passkey) => Convert.ToHexStringLower(passkey.CredentialId);

    /// <summary>The passkey of an account with an id from a form, or null.</summary>
    public static async Task<UserPasskeyInfo?> Find(UserManager<Account> accounts, Account account, string id) =>
        (await accounts.GetPasskeysAsync(account))
            .FirstOrDefault(p => string.Equals(IdOf(p), id, StringComparison.Ordinal));
}
