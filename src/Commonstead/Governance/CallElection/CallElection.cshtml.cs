using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>The form that calls an election.</summary>
public sealed class CallElectionModel(
    OperationRunner runner, CallElection operation, BylawBook bylaws, BodyNames bodies, Acting acting,
    ServerOptions options, IStringLocalizer<Words> words) : PageModel
{
    private const int DaysAhead = 28;

    /// <summary>The form.</summary>
    [BindProperty]
    public CallElectionInput Input { get; set; } = new();

    /// <summary>Classes whose seats are elected.</summary>
    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];

    /// <summary>Days of notice that the bylaws ask for.</summary>
    public int NoticeDays { get; private set; }

    /// <summary>Where its times are told.</summary>
    public string Zone => acting.Profile.TimeZone;

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        await Load();
        (Input.OpensOn, Input.ClosesOn) = (acting.Today, acting.Today.AddDays(DaysAhead));
        (Input.ClosesAt, Input.From) = (new TimeOnly(18, 0), acting.Today.AddDays(2 * DaysAhead));
        Input.Seats = 1;
    }

    /// <summary>Calls the election.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Input.Site = options.PublicAddress ?? $"{Request.Scheme}://{Request.Host}";
        if (this.CanRead())
        {
            var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect($"/elections/{outcome.Value}");
        }

        await Load();
        return Page();
    }

    private async Task Load()
    {
        var (table, names) = (await bylaws.On(acting.Today), await bodies.All());
        NoticeDays = CallElection.DaysOfNotice(table);
        Classes =
        [
            .. table.Board.Seats.Where(s => s.Filling is not SeatFilling.AppointedByBoard)
                .Select(s => new SelectListItem(
                    words["{0}: {1} seats in all", names.GetValueOrDefault(s.Class, s.Class), s.Count], s.Class)),
        ];
    }
}
