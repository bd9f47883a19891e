using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Accounts;

/// <summary>One's own sign-in: leave, or leave everywhere.</summary>
public sealed class MyAccountModel(
    OperationRunner runner, SignOutEverywhere everywhere, SignInManager<Account> signIn) : PageModel
{
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
}
