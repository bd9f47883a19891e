using Commonstead.Accounts;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Members;

/// <summary>One application, and the form that decides on it.</summary>
public sealed class DecideApplicationModel(
    OperationRunner runner, DecideApplication decide, ApplicationRegister applications, MemberRegister members,
    KnownPersons known, IAccounts accounts, Acting acting, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public DecideApplicationInput Input { get; set; } = new();

    /// <summary>The application.</summary>
    internal MembershipApplication Application { get; private set; } = null!;

    /// <summary>How it stands.</summary>
    public Status State => ApplicationListModel.StateOf(Application);

    /// <summary>The terms of today.</summary>
    internal MembershipTerms Terms { get; private set; } = null!;

    /// <summary>Who in the register of people it may be.</summary>
    public IReadOnlyList<SelectListItem> Known { get; private set; } = [];

    /// <summary>Who decided.</summary>
    public string DecidedBy { get; private set; } = "";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(MembershipApplicationId id)
    {
        if (!await Load(id)) return NotFound();
        (Input.Version, Input.JoinedOn, Input.Paid) = (Application.Version, acting.Today, Terms.SharePrice);
        return Page();
    }

    /// <summary>Decides.</summary>
    public async Task<IActionResult> OnPostAsync(MembershipApplicationId id)
    {
        if (!await Load(id)) return NotFound();
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(decide, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/members/applications/{id}") : Page();
    }

    private async Task<bool> Load(MembershipApplicationId id)
    {
        if (await applications.Application(id) is not { } application) return false;
        (Application, Input.Application) = (application, id);
        Terms = await members.TermsOn(acting.Today);
        if (application.DecidedBy is { } by)
            DecidedBy = (await accounts.Names([by])).GetValueOrDefault(by, "");
        if (application.State != ApplicationState.Waiting) return true;
        Known =
        [
            .. (await known.Like(application.Email, application.GivenName, application.FamilyName)).Select(p =>
                new SelectListItem(p.Known.Length == 0 ? p.Name : $"{p.Name} ({p.Known})", p.Id.ToString())),
        ];
        if (Known.Count > 0) Known = [new SelectListItem(words["Somebody new"], ""), .. Known];
        return true;
    }
}
