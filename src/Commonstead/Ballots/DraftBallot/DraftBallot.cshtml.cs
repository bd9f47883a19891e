using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Members;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Ballots;

/// <summary>The form for a new ballot.</summary>
public sealed class DraftBallotModel(
    OperationRunner runner, DraftBallot operation, BallotSubjects subjects, IAccounts accounts, IMembers members,
    Acting acting, IStringLocalizer<Words> words) : PageModel
{
    private const int UsualDays = 14;

    /// <summary>The form.</summary>
    [BindProperty]
    public DraftBallotInput Input { get; set; } = new();

    /// <summary>Who can be a returning officer.</summary>
    public IReadOnlyList<AccountName> Accounts { get; private set; } = [];

    /// <summary>Classes that can vote.</summary>
    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];

    /// <summary>What a share is one of.</summary>
    public IReadOnlyList<SelectListItem> Bases { get; private set; } = [];

    /// <summary>Shares that pass a resolution.</summary>
    public IReadOnlyList<SelectListItem> Thresholds { get; private set; } = [];

    /// <summary>What it is held on; null for a question of its own.</summary>
    public BallotSubject? Subject { get; private set; }

    /// <summary>The class that votes on it; null for all members.</summary>
    public string? VotersName => Subject is { Voters.Length: > 0 } asked
        ? Classes.FirstOrDefault(c => c.Value == asked.Voters)?.Text ?? asked.Voters : null;

    /// <summary>Where its times are told.</summary>
    public string Zone => acting.Profile.TimeZone;

    /// <summary>Shows the form.</summary>
    /// <param name="on">The kind of what it is held on.</param>
    /// <param name="subject">What it is held on.</param>
    /// <param name="of">The class that votes; empty for all members.</param>
    public async Task<IActionResult> OnGetAsync(string? on, Guid? subject, string? of)
    {
        (Input.SubjectKind, Input.Subject, Input.Class) = (on, subject, of);
        Input.Threshold = Threshold.Majority.ToString();
        (Input.OpensOn, Input.OpensAt) = NextFullHour();
        (Input.ClosesOn, Input.ClosesAt) = (Input.OpensOn.AddDays(UsualDays), new TimeOnly(20, 0));
        await Load();
        if (Subject is null) return Page();
        Input.Title = Subject.Title;
        Input.ClosesOn = Input.OpensOn.AddDays(Math.Max(UsualDays, Subject.DaysAtLeast));
        return Page();
    }

    /// <summary>Prepares the ballot.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (this.CanRead())
        {
            var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect($"/ballots/{outcome.Value}");
        }

        await Load();
        return Page();
    }

    // An hour that has come already would be found to have been missed as soon as the ballot is prepared.
    private (DateOnly Day, TimeOnly Time) NextFullHour()
    {
        var now = TimeZoneInfo.ConvertTimeFromUtc(acting.Now, acting.Profile.Zone);
        var hour = now.Date.AddHours(now.Hour + 1);
        // When clocks go forward there is no such hour.
        if (acting.Profile.Zone.IsInvalidTime(hour)) hour = hour.AddHours(1);
        return (DateOnly.FromDateTime(hour), TimeOnly.FromDateTime(hour));
    }

    private async Task Load()
    {
        Accounts = await accounts.Working();
        Classes =
        [
            new SelectListItem(words["All members"], ""),
            .. (await members.ClassesOn(acting.Today)).Where(c => c.HasMembers)
                .Select(c => new SelectListItem(words[c.Name], c.Code)),
        ];
        Bases = Shares.Bases(words);
        Thresholds = Shares.Choices(words);
        if (Input.Subject is not { } on) return;
        var asked = await subjects.Asked(Input.SubjectKind, on, Input.Class ?? "");
        if (this.Accepts(asked)) Subject = asked.Value;
    }
}
