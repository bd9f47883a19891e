using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Commonstead.Members;

/// <summary>Where anybody asks to become a member; the answer is the same whoever asks.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class JoinModel(
    OperationRunner runner, ApplyToJoin apply, MemberRegister members, Acting acting, ServerOptions options,
    IStringLocalizer<Words> words) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public ApplyToJoinInput Input { get; set; } = new();

    /// <summary>True once an application was taken.</summary>
    [BindProperty(SupportsGet = true, Name = "sent")]
    public bool IsTaken { get; set; }

    /// <summary>The terms of today.</summary>
    internal MembershipTerms Terms { get; private set; } = null!;

    /// <summary>The classes that can be joined here.</summary>
    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];

    /// <summary>The trust.</summary>
    public string TrustName => acting.Profile.Name;

    /// <summary>Shows the form, or that mail is on its way.</summary>
    public Task OnGetAsync() => Show();

    /// <summary>Takes an application.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        ModelState.Clear();
        Input.ConfirmAt = (options.PublicAddress ?? $"{Request.Scheme}://{Request.Host}") + "/join/";
        if (this.Accepts(await runner.Run(apply, Input))) return Redirect("/join?sent=true");
        await Show();
        return Page();
    }

    private async Task Show()
    {
        Terms = await members.TermsOn(acting.Today);
        Classes = [.. Terms.OpenClasses.Select(c => new SelectListItem(words[c.Name], c.Code))];
    }
}
