using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Accounts;

/// <summary>Whose account it is.</summary>
public sealed class LinkPersonInput
{
    /// <summary>The account.</summary>
    public AccountId Account { get; set; }

    /// <summary>The person of the register, or null for nobody in it.</summary>
    [Display(Name = "Person in the register")]
    public PersonId? Person { get; set; }
}

/// <summary>Why an account is not linked.</summary>
public enum LinkPersonRefusal
{
    /// <summary>The register has no such person.</summary>
    [Says("Choose a person of the register.", Field = nameof(LinkPersonInput.Person))]
    NoSuchPerson,

    /// <summary>One person, one account.</summary>
    [Says("This person has an account already.", Field = nameof(LinkPersonInput.Person))]
    PersonHasAccount,
}

/// <summary>Says whose account it is, so that a leaseholder sees her own lease.</summary>
[Needs(AccountPermission.Manage)]
[Does("Account tied to a person")]
public sealed class LinkPerson(TrustDb db, IPeople people) : IOperation<LinkPersonInput, AccountId>
{
    /// <inheritdoc/>
    public async Task<Outcome<AccountId>> Run(LinkPersonInput input)
    {
        var account = await db.Set<Account>().FirstOrDefaultAsync(a => a.Id == input.Account.Value);
        if (account is null) return CommonRefusal.NotFound;
        if (input.Person is { } person)
        {
            if (!await people.Exists(person)) return LinkPersonRefusal.NoSuchPerson;
            var others = db.Set<Account>()
                .Where(a => a.Person == input.Person && a.ClosedOn == null && a.Id != account.Id);
            if (await others.AnyAsync()) return LinkPersonRefusal.PersonHasAccount;
        }

        account.Person = input.Person;
        return account.AccountId;
    }
}
