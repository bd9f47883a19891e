using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Accounts;

/// <summary>Every account with its roles.</summary>
public sealed class AccountListModel(AccountRegister accounts, Acting acting, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>The page of the list asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows the list, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        if (query.WantsCsv) return Columns().Csv(accounts.Accounts, query);
        Listing = await Columns().Read(accounts.Accounts, query);
        return Page();
    }

    private Listing<Account> Columns() => Listing<Account>.Of("Accounts", a => a.Id)
        .Column("Name", "name", a => a.DisplayName, link: a => $"/accounts/{a.AccountId}")
        .Column("E-mail address", "mail", a => a.NormalizedEmail, a => a.Email)
        .Column("Roles today", RolesOf)
        .Column("State", StateOf)
        .SortedAtFirst("name")
        .Filter("State", "state", [new("Open", "open"), new("Closed", "closed")], (rows, state) =>
            rows.Where(a => a.ClosedOn == null == (state == "open")))
        .Search();

    private string RolesOf(Account account) => string.Join(", ", account.Roles
        .Where(g => g.From <= acting.Today && (g.Until is null || g.Until >= acting.Today))
        .Select(g => g.Role).Distinct().Order().Select(role => words[role.ToReader()].Value));

    private Status StateOf(Account account) =>
        account.ClosedOn is not null ? new Status(StatusKind.Plain, "Closed")
        : account.LockoutEnd is { } end && end.UtcDateTime > acting.Now ? new Status(
            StatusKind.Overdue, words["Locked until {0}", end.UtcDateTime.ToReader(acting.Profile.Zone)].Value)
        : account.FirstPasswordUntil is not null ? new Status(StatusKind.Waiting, "Has not signed in yet")
        : new Status(StatusKind.Done, "Open");
}
