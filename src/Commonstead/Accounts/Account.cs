using Commonstead.People;
using Commonstead.Platform.Data;
using Microsoft.AspNetCore.Identity;

namespace Commonstead.Accounts;

/// <summary>A way to sign in: an e-mail address with a password, passkeys and recovery codes.</summary>
[Personal("lets a person sign in and shows who did what", Kept = "while the account is open, and 6 years after")]
public sealed class Account : IdentityUser<Guid>, ISearched
{
    /// <summary>The account's typed id.</summary>
    public AccountId AccountId => new(Id);

    /// <summary>The name others see beside what this account did.</summary>
    public string DisplayName
    {
        get;
        set
        {
            field = value;
            Index();
        }
    } = "";

    /// <summary>What searches look in: the name and the e-mail address, folded.</summary>
    public string Search { get; private set; } = "";

    /// <summary>Who the account belongs to in the register of people, if they stand in it.</summary>
    public PersonId? Person { get; set; }

    /// <summary>
    /// Until when the one-time password given by a steward is good; null once the person has chosen their own.
    /// </summary>
    public DateTime? FirstPasswordUntil { get; set; }

    /// <inheritdoc/>
    [NotPersonal]
    public override string? PasswordHash { get; set; }

    /// <inheritdoc/>
    [NotPersonal]
    public override string? SecurityStamp { get; set; }

    /// <inheritdoc/>
    [NotPersonal]
    public override string? ConcurrencyStamp { get; set; } = RecordIds.Text(Guid.CreateVersion7());

    /// <summary>When the account was closed; a closed account cannot sign in.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>The roles it holds or held.</summary>
    public List<RoleGrant> Roles { get; } = [];

    /// <summary>Has searches agree with the name and the e-mail address.</summary>
    public void Index() => Search = SearchText.Of(DisplayName, Email);
}

/// <summary>That an account holds a role, from a date and perhaps to one.</summary>
public sealed class RoleGrant : Record<RoleGrantId>
{
    /// <summary>The account.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The role.</summary>
    public Role Role { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day, or null while it holds.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>Names a role grant.</summary>
public readonly record struct RoleGrantId(Guid Value) : IRecordId<RoleGrantId>
{
    /// <inheritdoc/>
    public static RoleGrantId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>A secret of an account, hashed: one row for each of its recovery codes.</summary>
[NotPersonal]
public sealed class AccountToken : IdentityUserToken<Guid>;

/// <summary>A passkey of an account: its public key and name.</summary>
[Personal("lets a person sign in without a password", Kept = "while the account is open")]
public sealed class AccountPasskey : IdentityUserPasskey<Guid>;

/// <summary>Identity's table for a further fact about an account; unused.</summary>
[NotPersonal]
public sealed class AccountClaim : IdentityUserClaim<Guid>;

/// <summary>Identity's table for outside sign-in; unused.</summary>
[NotPersonal]
public sealed class AccountLogin : IdentityUserLogin<Guid>;
