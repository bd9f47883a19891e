using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>The form that plans a meeting.</summary>
public sealed class PlanMeetingModel(
    OperationRunner runner, PlanMeeting operation, BylawBook bylaws, Acting acting, IStringLocalizer<Words> words)
    : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public PlanMeetingInput Input { get; set; } = new();

    /// <summary>Classes that can meet.</summary>
    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];

    /// <summary>Where its times are told.</summary>
    public string Zone => acting.Profile.TimeZone;

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync() => Load();

    /// <summary>Plans the meeting.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (this.CanRead())
        {
            var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect($"/meetings/{outcome.Value}");
        }

        await Load();
        return Page();
    }

    private async Task Load() => Classes =
    [
        new SelectListItem(words["None"], ""),
        .. (await bylaws.VotingClasses()).Select(c => new SelectListItem(words[c.Name], c.Code)),
    ];
}
