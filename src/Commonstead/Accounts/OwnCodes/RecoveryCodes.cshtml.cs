using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Accounts;

/// <summary>Makes recovery codes and shows them this once; they are in no redirect, cookie or log.</summary>
[ResponseCache(NoStore = true)]
public sealed class RecoveryCodesModel(
    OperationRunner runner, MakeRecoveryCodes make, RecoveryCodes codes, AccountRegister accounts) : PageModel
{
    /// <summary>The new codes; empty before they are made.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>How many of the codes are left.</summary>
    public int Left { get; private set; }

    /// <summary>Says how many are left.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await accounts.Own() is not { } own) return NotFound();
        Left = await codes.Left(own.Id);
        return Page();
    }

    /// <summary>Makes new ones and shows them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await runner.Run(make, new MakeRecoveryCodesInput());
        if (this.Accepts(outcome)) Codes = outcome.Value;
        return Page();
    }
}
