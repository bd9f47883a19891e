using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Members;

/// <summary>The form for the terms of membership, with the versions on record.</summary>
public sealed class SetMembershipTermsModel(
    OperationRunner runner, SetMembershipTerms set, MemberRegister members, Acting acting) : PageModel
{
    private const int FreeRows = 2;

    /// <summary>The form.</summary>
    [BindProperty]
    public SetMembershipTermsInput Input { get; set; } = new();

    /// <summary>The versions on record, the latest first.</summary>
    internal IReadOnlyList<MembershipTerms> History { get; private set; } = [];

    /// <summary>Shows what holds today, or what was set for later.</summary>
    public async Task OnGetAsync()
    {
        History = await members.AllTerms();
        var terms = History.Count > 0 ? History[0] : await members.TermsOn(acting.Today);
        var isOfToday = terms.From >= acting.Today;
        Input = new SetMembershipTermsInput
        {
            From = isOfToday ? terms.From : acting.Today,
            SeenVersion = isOfToday ? terms.Version : 0,
            LeaseholdersByLease = terms.LeaseholdersByLease,
            NeedsApproval = terms.NeedsApproval,
            MinimumAge = terms.MinimumAge,
            Area = terms.Area,
            SharePrice = terms.SharePrice,
            Dues = terms.Dues,
            DuesPeriod = terms.DuesPeriod,
            LapseAfterMonths = terms.LapseAfterMonths,
            Classes =
            [
                .. terms.Classes.Select(c => new ClassInput { Code = c.Code, Name = c.Name, Basis = c.Basis }),
                .. Enumerable.Range(0, Math.Min(FreeRows, SetMembershipTermsInput.MostClasses - terms.Classes.Count))
                    .Select(_ => new ClassInput()),
            ],
        };
    }

    /// <summary>Sets them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (this.CanRead() && this.Accepts(await runner.Run(set, Input))) return Redirect("/members");
        History = await members.AllTerms();
        return Page();
    }
}
