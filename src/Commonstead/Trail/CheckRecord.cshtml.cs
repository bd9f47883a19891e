using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Commonstead.Trail;

/// <summary>Shows the head of the seals, to be printed and kept, and checks the whole record against them.</summary>
[EnableRateLimiting(RateLimits.Check)]
public sealed class CheckRecordModel(
    TrailRegister trail, Acting acting, IEnumerable<IRecordCheck> checks, IEnumerable<RecordKind> kinds,
    IStringLocalizer<Words> words) : PageModel
{
    // Longer work belongs to the command line, where nobody waits at a page for it.
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    /// <summary>What is to be compared.</summary>
    public sealed class CheckInput
    {
        /// <summary>A head hash from paper; empty for none.</summary>
        [Display(
            Name = "Head to compare with",
            Description = "64 letters and digits, as a certificate or a printed head has them; empty for none.")]
        [StringLength(100, ErrorMessage = "A head has 64 letters and digits.")]
        public string? Head { get; set; }
    }

    /// <summary>What is to be compared.</summary>
    [BindProperty]
    public CheckInput Input { get; set; } = new();

    /// <summary>The last seal, or null.</summary>
    internal Seal? Head { get; private set; }

    /// <summary>What the check found; null before one.</summary>
    public VerificationReport? Report { get; private set; }

    /// <summary>What is broken, in words.</summary>
    public IReadOnlyList<ToldBreak> Broken { get; private set; } = [];

    /// <summary>When the check was made.</summary>
    public DateTime CheckedAt => acting.Now;

    /// <summary>Shows the head.</summary>
    public async Task OnGetAsync() => Head = await trail.Head();

    /// <summary>Checks the record.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var head = string.Concat((Input.Head ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (this.CanRead() && head.Length > 0 && !IsHash(head))
        {
            ModelState.AddModelError("Input.Head", words["A head has 64 digits and letters from a to f."]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        if (ModelState.IsValid && await acting.Trust.CheckLane.WaitAsync(0))
        {
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted);
                limit.CancelAfter(_longest);
                Report = await Verification.Run(
                    acting.Trust, head.Length > 0 ? head : null, checks, limit.Token);
                Broken = await BreakWords.Tell(acting.Trust, Report, kinds);
            }
            finally
            {
                acting.Trust.CheckLane.Release();
            }
        }
        else if (ModelState.IsValid)
        {
            ModelState.AddModelError("", words["A check of this record is already running. Try again in a moment."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        Head = await trail.Head();
        return Page();
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);
}
