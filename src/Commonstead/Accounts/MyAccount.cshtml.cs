using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Accounts;

/// <summary>One's own sign-in: passkeys, password, recovery codes; leave, or leave everywhere.</summary>
public sealed class MyAccountModel(
    OperationRunner runner, SignOutEverywhere everywhere, AddPasskey addPasskey, RenamePasskey renamePasskey,
    RemovePasskey removePasskey, SignInManager<Account> signIn, AccountRegister accounts, RecoveryCodes codes,
    Acting acting) : PageModel
{
    /// <summary>A new passkey.</summary>
    [BindProperty]
    public AddPasskeyInput Passkey { get; set; } = new();

    /// <summary>A passkey's new name.</summary>
    [BindProperty]
    public RenamePasskeyInput Rename { get; set; } = new();

    /// <summary>A passkey to remove.</summary>
    [BindProperty]
    public RemovePasskeyInput Remove { get; set; } = new();

    /// <summary>True right after a recovery code was used.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recovered { get; set; }

    /// <summary>True right after something was saved.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Changed { get; set; }

    /// <summary>The account.</summary>
    internal Account Own { get; private set; } = null!;

    /// <summary>The roles it holds today.</summary>
    public IReadOnlyList<Role> Roles { get; private set; } = [];

    /// <summary>Its passkeys.</summary>
    public IReadOnlyList<ShownPasskey> Keys { get; private set; } = [];

    /// <summary>How many recovery codes are left.</summary>
    public int CodesLeft { get; private set; }

    /// <summary>Shows the account.</summary>
    public Task<IActionResult> OnGetAsync() => Show();

    /// <summary>The options a browser needs to make a passkey.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        if (await accounts.Own() is not { } own) return NotFound();
        var options = await signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity { Id = own.Id.ToString(), Name = own.Email!, DisplayName = own.DisplayName });
        return Content(options, "application/json");
    }

    /// <summary>Adds the passkey the browser made.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync() =>
        await Answer(await runner.Run(addPasskey, Passkey), nameof(Passkey));

    /// <summary>Names a passkey anew.</summary>
    public async Task<IActionResult> OnPostRenameAsync() =>
        await Answer(await runner.Run(renamePasskey, Rename), nameof(Rename));

    /// <summary>Removes a passkey.</summary>
    public async Task<IActionResult> OnPostRemoveAsync() =>
        await Answer(await runner.Run(removePasskey, Remove), nameof(Remove));

    /// <summary>Signs this browser out.</summary>
    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await signIn.SignOutAsync();
        return Redirect("/sign-in");
    }

    /// <summary>Signs every browser out.</summary>
    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await runner.Run(everywhere, new SignOutEverywhereInput());
        return await OnPostSignOutAsync();
    }

    private async Task<IActionResult> Answer(Outcome<AccountId> outcome, string prefix)
    {
        // Three forms stand on the page; only the one that was sent has anything to say.
        ModelState.Clear();
        return this.Accepts(outcome, prefix) ? Redirect("/account?changed=true") : await Show();
    }

    private async Task<IActionResult> Show()
    {
        if (await accounts.Own() is not { } own) return NotFound();
        Own = own;
        Roles =
        [
            .. own.Roles.Where(g => g.From <= acting.Today && (g.Until is null || g.Until >= acting.Today))
                .Select(g => g.Role).Distinct().Order(),
        ];
        Keys =
        [
            .. (await signIn.UserManager.GetPasskeysAsync(own)).OrderBy(p => p.CreatedAt).Select(p => new ShownPasskey(
                Passkeys.IdOf(p), p.Name ?? "", DateOnly.FromDateTime(p.CreatedAt.UtcDateTime))),
        ];
        CodesLeft = await codes.Left(own.Id);
        return Page();
    }
}

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Its id, as forms carry it.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Since">When it was added.</param>
public sealed record ShownPasskey(string Id, string Name, DateOnly Since);
