using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Commonstead.Accounts;

/// <summary>The form for a new password of one's own.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class ChangePasswordModel(OperationRunner runner, ChangePassword change, OwnSession session) : PageModel
{
    /// <summary>True when a recovery code stands in for the present password.</summary>
    public bool IsRecovered => session.IsRecovered;

    /// <summary>The form.</summary>
    [BindProperty]
    public ChangePasswordInput Input { get; set; } = new();

    /// <summary>True for someone who just signed in with a one-time password.</summary>
    [BindProperty(SupportsGet = true)]
    public bool First { get; set; }

    /// <summary>Changes the password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await runner.Run(change, Input);
        return this.Accepts(outcome) ? Redirect(First ? "/" : "/account?changed=true") : Page();
    }
}
