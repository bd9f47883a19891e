using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Accounts;

/// <summary>The form for a new account; the answer shows its one-time password, this once.</summary>
[ResponseCache(NoStore = true)]
public sealed class OpenAccountModel(OperationRunner runner, OpenAccount openAccount, IPeople people) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public OpenAccountInput Input { get; set; } = new();

    /// <summary>The password, right after the account was opened.</summary>
    public OneTimePassword? Password { get; private set; }

    /// <summary>The form, filled in for a person of the register when one is named.</summary>
    public async Task<IActionResult> OnGetAsync(PersonId? person)
    {
        if (person is not { } id) return Page();
        if (!await people.Exists(id)) return NotFound();
        var found = (await people.Find(id.ToString(), 1)).FirstOrDefault();
        Input = new OpenAccountInput
        {
            Person = id,
            Name = found?.Name ?? "",
            Email = found?.Known.Contains('@', StringComparison.Ordinal) == true ? found.Known : "",
        };
        return Page();
    }

    /// <summary>Opens the account and shows its password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await runner.Run(openAccount, Input);
        if (this.Accepts(outcome)) Password = outcome.Value;
        return Page();
    }
}
