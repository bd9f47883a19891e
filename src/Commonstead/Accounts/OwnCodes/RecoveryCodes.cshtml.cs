using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Commonstead.Accounts;

/// <summary>Makes recovery codes and shows them this once; they are in no redirect, cookie or log.</summary>
[ResponseCache(NoStore = true)]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class RecoveryCodesModel(
    OperationRunner runner, MakeRecoveryCodes make, RecoveryCodes codes, AccountRegister accounts,
    OwnSession session) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public MakeRecoveryCodesInput Input { get; set; } = new();

    /// <summary>True when the password need not be asked.</summary>
    public bool IsProved => session.IsProved;

    /// <summary>The new codes; empty before they are made.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>How many of the codes are left.</summary>
    public int Left { get; private set; }

    /// <summary>Says how many are left.</summary>
    public Task<IActionResult> OnGetAsync() => Show();

    /// <summary>Makes new ones and shows them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await runner.Run(make, Input);
        if (!this.Accepts(outcome)) return await Show();
        Codes = outcome.Value;
        return Page();
    }

    private async Task<IActionResult> Show()
    {
        if (await accounts.Own() is not { } own) return NotFound();
        Left = await codes.Left(own.Id);
        return Page();
    }
}
