using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Accounts;

/// <summary>A new account.</summary>
public sealed class OpenAccountInput
{
    /// <summary>The name others see beside what the account did.</summary>
    [Required(ErrorMessage = "Enter their name.")]
    [StringLength(120, ErrorMessage = "The name is longer than 120 characters.")]
    [Display(Name = "Name")]
    public string Name { get; set; } = "";

    /// <summary>The address to sign in with.</summary>
    [Required(ErrorMessage = "Enter their e-mail address.")]
    [EmailAddress(ErrorMessage = "Enter an e-mail address such as name@example.org.")]
    [StringLength(254, ErrorMessage = "The address is longer than 254 characters.")]
    [DataType(DataType.EmailAddress), Display(Name = "E-mail address")]
    public string Email { get; set; } = "";

    /// <summary>The first role.</summary>
    [Display(Name = "Role"), EnumDataType(typeof(Role), ErrorMessage = "Choose a role.")]
    public Role Role { get; set; } = Role.Leaseholder;

    /// <summary>The person of the register whose account it is.</summary>
    [Display(Name = "Person in the register")]
    public PersonId? Person { get; set; }
}

/// <summary>Why an account is not opened.</summary>
public enum OpenAccountRefusal
{
    /// <summary>One address, one account.</summary>
    [Says("There is an account with the address “{0}” already.", Field = nameof(OpenAccountInput.Email))]
    AddressTaken,

    /// <summary>The register has no such person.</summary>
    [Says("Choose a person of the register.", Field = nameof(OpenAccountInput.Person))]
    NoSuchPerson,

    /// <summary>One person, one account.</summary>
    [Says("This person has an account already.", Field = nameof(OpenAccountInput.Person))]
    PersonHasAccount,
}

/// <summary>An account and the password that opens it once; shown to the steward and kept nowhere.</summary>
/// <param name="Value">The account's id.</param>
/// <param name="Password">The password.</param>
public sealed record OneTimePassword(Guid Value, string Password) : IRecordId;

/// <summary>Opens an account with a role and a one-time password.</summary>
[Needs(AccountPermission.Manage)]
[Does("Account opened")]
public sealed class OpenAccount(TrustDb db, Acting acting, UserManager<Account> accounts, IPeople people)
    : IOperation<OpenAccountInput, OneTimePassword>
{
    /// <summary>How long a one-time password is good.</summary>
    public static readonly TimeSpan FirstPasswordGood = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public async Task<Outcome<OneTimePassword>> Run(OpenAccountInput input)
    {
        var email = input.Email.Trim();
        if (await accounts.FindByEmailAsync(email) is not null)
            return new Refusal(OpenAccountRefusal.AddressTaken, email);
        if (input.Person is { } person)
        {
            if (!await people.Exists(person)) return OpenAccountRefusal.NoSuchPerson;
            var theirs = db.Set<Account>().Where(a => a.Person == input.Person && a.ClosedOn == null);
            if (await theirs.AnyAsync()) return OpenAccountRefusal.PersonHasAccount;
        }

        var account = new Account
        {
            UserName = email,
            Email = email,
            DisplayName = input.Name.Trim(),
            Person = input.Person,
            FirstPasswordUntil = acting.Now + FirstPasswordGood,
        };
        var password = Secrets.Readable(groups: 4);
        var made = await accounts.CreateAsync(account, password);
        if (!made.Succeeded) throw new InvalidOperationException(string.Join("; ", made.Errors.Select(e => e.Code)));
        db.Add(new RoleGrant { AccountId = account.Id, Role = input.Role, From = acting.Today });
        return new OneTimePassword(account.Id, password);
    }
}
