using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Accounts;

/// <summary>What the first run asks for.</summary>
public sealed class FoundTrustInput
{
    /// <summary>The trust's legal name.</summary>
    [Required(ErrorMessage = "Enter the trust's name.")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    [Display(Name = "Name of the trust")]
    public string TrustName { get; set; } = "";

    /// <summary>Whose words and customs apply.</summary>
    [Display(Name = "Country")]
    public Country Country { get; set; }

    /// <summary>ISO 4217 code.</summary>
    [Required(ErrorMessage = "Enter the currency's code.")]
    [StringLength(3, ErrorMessage = "A currency's code has three letters.")]
    [Display(Name = "Currency")]
    public string Currency { get; set; } = "USD";

    /// <summary>IANA name.</summary>
    [Required(ErrorMessage = "Enter the time zone.")]
    [StringLength(60, ErrorMessage = "There is no time zone of that name.")]
    [Display(Name = "Time zone")]
    public string TimeZone { get; set; } = "America/New_York";

    /// <summary>How areas are written.</summary>
    [Display(Name = "Areas are written in")]
    public Measurement Measurement { get; set; }

    /// <summary>The first steward's name.</summary>
    [Required(ErrorMessage = "Enter your name.")]
    [StringLength(120, ErrorMessage = "The name is longer than 120 characters.")]
    [Display(Name = "Your name")]
    public string StewardName { get; set; } = "";

    /// <summary>The first steward's address to sign in with.</summary>
    [Required(ErrorMessage = "Enter your e-mail address.")]
    [EmailAddress(ErrorMessage = "Enter an e-mail address such as name@example.org.")]
    [StringLength(254, ErrorMessage = "The address is longer than 254 characters.")]
    [Display(Name = "Your e-mail address")]
    public string Email { get; set; } = "";

    /// <summary>The first steward's password.</summary>
    [Required(ErrorMessage = "Choose a password."), DataType(DataType.Password)]
    [StringLength(200, ErrorMessage = "The password is longer than 200 characters.")]
    [Display(Name = "Password")]
    public string Password { get; set; } = "";

    /// <summary>Marks the trust as a demonstration; the page does not offer it.</summary>
    internal bool IsDemonstration { get; init; }
}

/// <summary>Why a trust is not made.</summary>
public enum FoundTrustRefusal
{
    /// <summary>The trust is already there.</summary>
    [Says("This trust has been set up already. Sign in instead.", Kind = RefusalKind.Conflict)]
    AlreadyFounded,

    /// <summary>No currency in use has the code.</summary>
    [Says("“{0}” is not the code of a currency in use. Choose one such as USD or GBP.",
        Field = nameof(FoundTrustInput.Currency))]
    UnknownCurrency,

    /// <summary>The machine's zone table has no such name.</summary>
    [Says("There is no time zone “{0}”: enter a name such as America/New_York or Europe/London.",
        Field = nameof(FoundTrustInput.TimeZone))]
    UnknownTimeZone,

    /// <summary>The password is too easily guessed.</summary>
    [Says("Choose a longer password: at least 12 characters, not all alike.", Field = nameof(FoundTrustInput.Password))]
    WeakPassword,
}

/// <summary>Makes the trust and its first steward; possible once, before anyone can sign in.</summary>
[OpenToAnyone(
    "Before the trust exists nobody has a role. It refuses ever after; "
    + "its page asks for the set-up code shown at start.")]
[Does("Trust founded with its first steward")]
public sealed class FoundTrust(TrustDb db, Acting acting, UserManager<Account> accounts)
    : IOperation<FoundTrustInput, AccountId>
{
    /// <inheritdoc/>
    public async Task<Outcome<AccountId>> Run(FoundTrustInput input)
    {
        if (await db.Set<TrustProfile>().AnyAsync()) return FoundTrustRefusal.AlreadyFounded;
        var wrong = await Wrong(input);
        if (wrong.Count > 0) return Outcome<AccountId>.Refused(wrong);
        var profile = new TrustProfile
        {
            Name = input.TrustName.Trim(),
            Country = input.Country,
            Currency = Currency.Parse(input.Currency),
            TimeZone = input.TimeZone,
            Measurement = input.Measurement,
            IsDemonstration = input.IsDemonstration,
        };
        db.Add(profile);
        var name = input.StewardName.Trim();
        var steward = new Account { UserName = input.Email, Email = input.Email, DisplayName = name };
        if (!(await accounts.CreateAsync(steward, input.Password)).Succeeded) return FoundTrustRefusal.WeakPassword;
        // In the evening it is tomorrow already in UTC: the role would begin a day late.
        var today = acting.Trust.TodayIn(profile.Zone);
        db.Add(new RoleGrant { AccountId = steward.Id, Role = Role.Steward, From = today });
        acting.AfterCommit(() => acting.Trust.Profile = profile);
        return steward.AccountId;
    }

    /// <summary>
    /// All that is wrong with what was typed, beyond what is missing or too long; whoever fills in the form sees it in
    /// one round.
    /// </summary>
    internal async Task<IReadOnlyList<Refusal>> Wrong(FoundTrustInput input)
    {
        var wrong = new List<Refusal>();
        if (!Currency.TryParse(input.Currency, out var currency) || !Currency.InUse.Contains(currency))
            wrong.Add(new Refusal(FoundTrustRefusal.UnknownCurrency, input.Currency));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(input.TimeZone, out _))
            wrong.Add(new Refusal(FoundTrustRefusal.UnknownTimeZone, input.TimeZone));
        foreach (var validator in accounts.PasswordValidators)
        {
            if ((await validator.ValidateAsync(accounts, new Account(), input.Password)).Succeeded) continue;
            wrong.Add(new Refusal(FoundTrustRefusal.WeakPassword));
            break;
        }

        return wrong;
    }
}
