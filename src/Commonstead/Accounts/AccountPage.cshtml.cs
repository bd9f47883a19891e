using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Accounts;

/// <summary>One account: its roles, its owner, and what to do when its owner cannot sign in or leaves.</summary>
[ResponseCache(NoStore = true)]
public sealed class AccountPageModel(
    AccountRegister accounts, IPeople people, Acting acting, IStringLocalizer<Words> words, OperationRunner runner,
    GiveRole giveRole, TakeRole takeRole, LinkPerson linkPerson, GiveNewPassword givePassword,
    CloseAccount closeAccount) : PageModel
{
    /// <summary>A role to give.</summary>
    [BindProperty]
    public GiveRoleInput Give { get; set; } = new();

    /// <summary>A role to take away.</summary>
    [BindProperty]
    public TakeRoleInput Take { get; set; } = new();

    /// <summary>Whose account it is.</summary>
    [BindProperty]
    public LinkPersonInput Link { get; set; } = new();

    /// <summary>The account.</summary>
    internal Account Account { get; private set; } = null!;

    /// <summary>Its owner's name, when they stand in the register.</summary>
    public string? PersonName { get; private set; }

    /// <summary>A one-time password just made.</summary>
    public OneTimePassword? Password { get; private set; }

    /// <summary>True while the form for a role stands open.</summary>
    public bool IsGiving { get; private set; }

    /// <summary>The words persons were searched by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    /// <summary>Persons found.</summary>
    public IReadOnlyList<SelectListItem> Matches { get; private set; } = [];

    /// <summary>Until when too many tries keep it locked; null when they do not.</summary>
    public DateTime? LockedUntil =>
        Account.LockoutEnd is { } end && end.UtcDateTime > acting.Now ? end.UtcDateTime : null;

    /// <summary>Shows the account.</summary>
    public Task<IActionResult> OnGetAsync(AccountId id) => Show(id);

    /// <summary>Gives a role.</summary>
    public async Task<IActionResult> OnPostGiveAsync(AccountId id)
    {
        Give.Account = id;
        IsGiving = true;
        if (!this.CanRead(nameof(Give))) return await Show(id);
        return await Answer(id, await runner.Run(giveRole, Give, Once.KeyOf(Request)), nameof(Give));
    }

    /// <summary>Takes a role away.</summary>
    public async Task<IActionResult> OnPostTakeAsync(AccountId id) =>
        await Answer(id, await runner.Run(takeRole, Take), nameof(Take));

    /// <summary>Says whose account it is.</summary>
    public async Task<IActionResult> OnPostLinkAsync(AccountId id)
    {
        Link.Account = id;
        return await Answer(id, await runner.Run(linkPerson, Link), nameof(Link));
    }

    /// <summary>Makes a one-time password and shows it, this once.</summary>
    public async Task<IActionResult> OnPostPasswordAsync(AccountId id)
    {
        ModelState.Clear();
        var outcome = await runner.Run(givePassword, new GiveNewPasswordInput { Account = id });
        if (this.Accepts(outcome)) Password = outcome.Value;
        return await Show(id);
    }

    /// <summary>Closes the account.</summary>
    public async Task<IActionResult> OnPostCloseAsync(AccountId id) =>
        await Answer(id, await runner.Run(closeAccount, new CloseAccountInput { Account = id }), "Close");

    /// <summary>The days of a grant, in words.</summary>
    public string DatesOf(RoleGrant grant) =>
        grant.Until is not { } until ? words["from {0}", grant.From.ToReader()]
        : until < grant.From ? words["given and taken away on {0}", grant.From.ToReader()]
        : words["{0} to {1}", grant.From.ToReader(), until.ToReader()];

    /// <summary>True for a grant that holds today or later.</summary>
    public bool MayEnd(RoleGrant grant) => grant.Until is null || grant.Until >= acting.Today;

    private async Task<IActionResult> Answer<T>(AccountId id, Outcome<T> outcome, string prefix)
    {
        ModelState.Clear();
        return this.Accepts(outcome, prefix) ? Redirect($"/accounts/{id}") : await Show(id);
    }

    private async Task<IActionResult> Show(AccountId id)
    {
        if (await accounts.Account(id) is not { } account) return NotFound();
        Account = account;
        if (account.Person is { } person) PersonName = (await people.Names([person])).GetValueOrDefault(person);
        if (!string.IsNullOrWhiteSpace(Who))
        {
            Matches =
            [
                .. (await people.Find(Who, 50)).Select(p => new SelectListItem(
                    p.Known.Length == 0 ? p.Name : $"{p.Name} ({p.Known})", p.Id.ToString())),
            ];
        }

        return Page();
    }
}
