using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Commonstead.Ballots;

/// <summary>
/// Where somebody votes by a code and without an account. The code travels in the form and never in an address; wrong
/// ones are counted. Good ones are as many as there are voters in a hall, who share one address.
/// </summary>
[EnableRateLimiting(RateLimits.Public)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class VoteByCodeModel(CastPaper cast, BallotRegister ballots, WrongCodes wrong) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty, StringLength(100, ErrorMessage = "The code is too long."), Display(Name = "Your voting code")]
    public string? Code { get; set; }

    /// <summary>The marks.</summary>
    [BindProperty]
    public CastPaperInput Input { get; set; } = new();

    /// <summary>The one mark, where a paper has one.</summary>
    [BindProperty]
    public int? Mark { get; set; }

    /// <summary>The paper; null before a good code was typed.</summary>
    public PaperView? Paper { get; private set; }

    /// <summary>The receipt; null before.</summary>
    public string? Receipt { get; private set; }

    /// <summary>Asks for the code.</summary>
    public void OnGet()
    {
    }

    /// <summary>Shows the paper.</summary>
    public async Task<IActionResult> OnPostAsync() => await Look() is null ? NotGood() : Page();

    /// <summary>Puts it into the box.</summary>
    public async Task<IActionResult> OnPostCastAsync()
    {
        if (await Look() is not { } holder) return NotGood();
        Input.Values = Paper!.ValuesOf(Input.Values, Mark);
        this.NameUnread(Paper);
        if (!this.CanRead()) return Page();
        var outcome = await cast.RunBy(holder, Input.Values);
        if (this.Accepts(outcome)) Receipt = outcome.Value;
        return Page();
    }

    private async Task<CodeHolder?> Look()
    {
        if (wrong.AreTooMany(HttpContext) || string.IsNullOrWhiteSpace(Code) || Code.Length > 100) return null;
        if (await ballots.ByCode(Code) is not { } holder) return null;
        Paper = new PaperView(holder.Ballot, Input.Values, Mark);
        return holder;
    }

    private IActionResult NotGood()
    {
        if (wrong.AreTooMany(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        wrong.Count(HttpContext);
        ModelState.Clear();
        this.Accepts<string>(CastPaperRefusal.CodeNotGood);
        return Page();
    }
}
