using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Commonstead.Accounts;

/// <summary>Where people sign in; it leads back to the page they came for.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(OperationRunner runner, SignIn signIn) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>The page they came for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await runner.Run(signIn, Input);
        if (!this.Accepts(outcome)) return Page();
        switch (outcome.Value)
        {
            case SignInAnswer.SignedIn:
                return LocalRedirect(Url.IsLocalUrl(From) ? From : "/");
            case SignInAnswer.SignedInByRecoveryCode:
                return Redirect("/account?recovered=true");
            case SignInAnswer.LockedOut:
                ModelState.AddModelError("", "Too many tries. This account can sign in again in ten minutes.");
                return Page();
            default:
                ModelState.AddModelError("Input.Email",
                    "This address and password do not belong together. Check both.");
                return Page();
        }
    }
}
