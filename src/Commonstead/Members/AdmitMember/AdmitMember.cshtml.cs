using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Members;

/// <summary>Finds the person, then asks for the entry.</summary>
public sealed class AdmitMemberModel(
    OperationRunner runner, AdmitMember admit, MemberRegister members, FormChoices choices, Acting acting) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public AdmitMemberInput Input { get; set; } = new();

    /// <summary>Who was found.</summary>
    public FoundPersons Found { get; private set; } = FoundPersons.Nobody;

    /// <summary>The organisations of the register.</summary>
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>The classes that have members.</summary>
    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];

    /// <summary>Shows the search, and the form once somebody is found.</summary>
    public async Task OnGetAsync(string? who)
    {
        await Show(who);
        var price = (await members.TermsOn(acting.Today)).SharePrice;
        Input.JoinedOn = acting.Today;
        (Input.Shares, Input.PaidOnShares) = price is null ? (0, null) : (1, price);
        if (Found.Options.Count == 1) Input.Person = PersonId.From(Guid.Parse(Found.Options[0].Value));
    }

    /// <summary>Admits the member.</summary>
    public async Task<IActionResult> OnPostAsync(string? who)
    {
        if (this.CanRead())
        {
            var outcome = await runner.Run(admit, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect($"/members/{outcome.Value}");
        }

        await Show(who ?? Input.Person?.ToString());
        return Page();
    }

    private async Task Show(string? who)
    {
        Found = await choices.Persons(who);
        Organisations = await choices.Organisations();
        Classes = await choices.Classes();
    }
}
