using Commonstead.Ballots;
using Commonstead.Members;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Commonstead.Accounts;

/// <summary>Where people sign in, by passkey or password; it leads back to the page they came for.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(
    OperationRunner runner, SignIn signIn, SignInByPasskey byPasskey, SignInManager<Account> identity,
    AccountRegister accounts, IMembers members, IOwnBallots ballots, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>Who can sign in to a demonstration; empty for a trust's own record.</summary>
    internal IReadOnlyList<Account> OfDemonstration { get; private set; } = [];

    /// <summary>Everybody's password in a demonstration.</summary>
    public static string DemonstrationPassword => DemonstrationSignIn.Password;

    /// <summary>The form.</summary>
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>A passkey's answer.</summary>
    [BindProperty]
    public SignInByPasskeyInput Passkey { get; set; } = new();

    /// <summary>True for whoever has just made the trust.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Made { get; set; }

    /// <summary>The page they came for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>True when anybody may ask to become a member.</summary>
    public Task<bool> CanJoin => members.CanBeJoined();

    /// <summary>True while somebody without an account may have a code to vote by.</summary>
    public Task<bool> CanVote => ballots.AnyTakesPapers();

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        OfDemonstration = await accounts.OfDemonstration();
        await next();
    }

    /// <summary>An account's roles in words.</summary>
    internal string RolesOf(Account account) =>
        string.Join(", ", account.Roles.Select(r => words[r.Role.ToReader()].Value).Distinct());

    /// <summary>
    /// The challenge for a passkey. It names no account, so that nobody learns which addresses are known here.
    /// </summary>
    public async Task<IActionResult> OnPostOptionsAsync() =>
        Content(await identity.MakePasskeyRequestOptionsAsync(null!), "application/json");

    /// <summary>Signs in by passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        ModelState.Clear();
        var outcome = await runner.Run(byPasskey, Passkey);
        return this.Accepts(outcome, nameof(Passkey)) ? GoOn() : Page();
    }

    /// <summary>Signs in by password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        ModelState.Clear();
        var outcome = await runner.Run(signIn, Input);
        if (!this.Accepts(outcome)) return Page();
        return outcome.Value switch
        {
            SignInAnswer.SignedIn => GoOn(),
            SignInAnswer.SignedInByRecoveryCode => Redirect("/account?recovered=true"),
            SignInAnswer.SignedInByFirstPassword => Redirect("/account/password?first=true"),
            SignInAnswer.LockedOut =>
                Refuse("", "Too many tries. This account can sign in again in ten minutes."),
            SignInAnswer.FirstPasswordExpired =>
                Refuse("Input.Password", "This one-time password has run out. Ask a steward for a new one."),
            _ => Refuse("Input.Email", "This address and password do not belong together. Check both."),
        };
    }

    private LocalRedirectResult GoOn() => LocalRedirect(Url.IsLocalUrl(From) ? From : "/");

    private PageResult Refuse(string field, string why)
    {
        ModelState.AddModelError(field, words[why]);
        return Page();
    }
}
