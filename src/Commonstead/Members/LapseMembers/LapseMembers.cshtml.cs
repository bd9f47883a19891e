using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>Lists the memberships that may lapse, and lets those chosen lapse.</summary>
public sealed class LapseMembersModel(
    OperationRunner runner, LapseMembers lapse, DuesBook dues, MemberRegister members, Acting acting) : PageModel
{
    private bool _isFirst;

    /// <summary>The form.</summary>
    [BindProperty]
    public LapseMembersInput Input { get; set; } = new();

    /// <summary>The memberships, the longest open first.</summary>
    internal IReadOnlyList<Member> Listed { get; private set; } = [];

    /// <summary>The months of the terms, or null when nothing lapses.</summary>
    public int? Months { get; private set; }

    /// <summary>Whether a box is ticked: all of them at first.</summary>
    public bool IsChosen(MemberId member) => _isFirst || Input.Members.Contains(member);

    /// <summary>Shows the list.</summary>
    public Task OnGetAsync()
    {
        _isFirst = true;
        return Show();
    }

    /// <summary>Lets them lapse.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (this.CanRead() && this.Accepts(await runner.Run(lapse, Input))) return Redirect("/members/dues");
        await Show();
        return Page();
    }

    private async Task Show()
    {
        Months = (await members.TermsOn(acting.Today)).LapseAfterMonths;
        Listed = await (await dues.MayLapse()).AsNoTracking().OrderBy(m => m.SettledThrough).ThenBy(m => m.Id)
            .Take(LapseMembersInput.Most).ToListAsync();
    }
}
