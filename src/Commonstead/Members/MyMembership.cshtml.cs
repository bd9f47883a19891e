using Commonstead.Ballots;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>A member's own page: her membership, what is held about her, and the way out.</summary>
public sealed class MyMembershipModel(
    OperationRunner runner, LeaveTrust leave, MemberRegister members, IOwnBallots ballots,
    Acting acting) : PageModel
{
    /// <summary>The form that leaves.</summary>
    [BindProperty]
    public LeaveTrustInput Input { get; set; } = new();

    /// <summary>Her entries, the present ones first.</summary>
    internal IReadOnlyList<Member> Own { get; private set; } = [];

    /// <summary>The terms of today.</summary>
    internal MembershipTerms Terms { get; private set; } = null!;

    /// <summary>The open ballots she votes in.</summary>
    public IReadOnlyList<OwnBallot> Ballots { get; private set; } = [];

    /// <summary>The ballots that are over and that she could vote in.</summary>
    public IReadOnlyList<PastBallot> Past { get; private set; } = [];

    /// <summary>Her id in the register of people, or null.</summary>
    public string? Person => acting.Actor.Person?.ToString("N");

    /// <summary>The membership she may end herself, or null.</summary>
    internal Member? Leaving =>
        Own.FirstOrDefault(m => m.IsOpen && m.Organisation is null && m.Origin != MemberOrigin.Lease);

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => await Show();

    /// <summary>Leaves.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (this.CanRead() && this.Accepts(await runner.Run(leave, Input))) return Redirect("/my-membership");
        await Show();
        return Page();
    }

    private async Task Show()
    {
        Own = await members.Own.OrderBy(m => m.EndedOn != null).ThenByDescending(m => m.JoinedOn).ToListAsync();
        Ballots = await ballots.OwnOpen();
        Past = await ballots.OwnPast();
        Terms = await members.TermsOn(acting.Today);
    }
}
