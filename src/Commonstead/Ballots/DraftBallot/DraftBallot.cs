using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Members;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>How a ballot is counted, as a choice.</summary>
public enum BallotMethod
{
    /// <summary>For, against, abstain.</summary>
    [Display(Name = "A resolution: yes, no or abstain")] Resolution,

    /// <summary>By preference, as Scottish councils are elected.</summary>
    [Display(Name = "Election by preference, Scottish STV")] Scottish,

    /// <summary>By preference, by Meek's method.</summary>
    [Display(Name = "Election by preference, Meek STV")] Meek,

    /// <summary>By preference, for one seat.</summary>
    [Display(Name = "Election by preference for one seat, instant run-off")] InstantRunoff,

    /// <summary>Every choice that a voter can live with.</summary>
    [Display(Name = "Approval: as many marks as one likes")] Approval,

    /// <summary>Points for every choice.</summary>
    [Display(Name = "Score: 0 to 5 points for each choice")] Score,
}

/// <summary>A ballot to prepare: on a question of its own, or on a subject that says what is asked.</summary>
public sealed class DraftBallotInput
{
    /// <summary>The kind of what it is held on; empty for a question of its own.</summary>
    [StringLength(20, ErrorMessage = "What the ballot is held on is not understood.")]
    public string? SubjectKind { get; set; }

    /// <summary>What it is held on; null for a question of its own.</summary>
    public Guid? Subject { get; set; }

    /// <summary>What it is called.</summary>
    [Required(ErrorMessage = "Enter a title."), Display(Name = "Title")]
    [StringLength(200, ErrorMessage = "The title is longer than 200 characters.")]
    public string Title { get; set; } = "";

    /// <summary>What is asked.</summary>
    [StringLength(10_000, ErrorMessage = "The question is longer than 10,000 characters.")]
    [DataType(DataType.MultilineText), Display(Name = "Question, and what voters should know")]
    public string? Question { get; set; }

    /// <summary>How it is counted.</summary>
    [Display(Name = "How it is counted")]
    public BallotMethod Method { get; set; }

    /// <summary>For a resolution: the share that passes it.</summary>
    [StringLength(40, ErrorMessage = "The share is not understood.")]
    [Display(Name = "Share that passes a resolution")]
    public string? Threshold { get; set; }

    /// <summary>For a resolution: what it is a share of.</summary>
    [Display(Name = "Share of")]
    public VoteBase Of { get; set; }

    /// <summary>For an election: seats to fill.</summary>
    [Range(1, 100, ErrorMessage = "Seats are from 1 to 100."), Display(Name = "Seats")]
    public int Seats { get; set; } = 1;

    /// <summary>For everything but a resolution: what stands on the paper, a line each.</summary>
    [StringLength(20_000, ErrorMessage = "The choices are longer than 20,000 characters.")]
    [DataType(DataType.MultilineText), Display(Name = "Choices, one a line")]
    public string? Choices { get; set; }

    /// <summary>The classes that vote; none for all members.</summary>
    [Display(Name = "Who votes")]
    [StringLength(300, ErrorMessage = "The classes are longer than 300 characters.")]
    public string? Class { get; set; }

    /// <summary>The first day on which papers are taken.</summary>
    [Display(Name = "Opens on")]
    public DateOnly OpensOn { get; set; }

    /// <summary>From when on that day, where the trust is.</summary>
    [Display(Name = "Opens at")]
    public TimeOnly OpensAt { get; set; }

    /// <summary>The day on which it closes.</summary>
    [Display(Name = "Closes on")]
    public DateOnly ClosesOn { get; set; }

    /// <summary>Until when on that day; at this very minute papers are not taken any more.</summary>
    [Display(Name = "Closes at")]
    public TimeOnly ClosesAt { get; set; }

    /// <summary>The accounts of its returning officers.</summary>
    [Display(Name = "Returning officers")]
    [MaxLength(20, ErrorMessage = "There are at most 20 returning officers.")]
    public List<string> Officers { get; set; } = [];

    /// <summary>How many of them together open the box.</summary>
    [Range(1, 20, ErrorMessage = "From 1 to 20 officers open the box.")]
    [Display(Name = "Officers needed to open the box")]
    public int SharesNeeded { get; set; } = 2;
}

/// <summary>Why a ballot is not prepared.</summary>
public enum DraftBallotRefusal
{
    /// <summary>An election is between somebody.</summary>
    [Says("Enter at least two choices, one a line.", Field = nameof(DraftBallotInput.Choices))]
    TooFewChoices,

    /// <summary>A paper has to be readable.</summary>
    [Says("There are more than {0} choices.", Field = nameof(DraftBallotInput.Choices))]
    TooManyChoices,

    /// <summary>Two choices of one name cannot be told apart.</summary>
    [Says("“{0}” stands twice. Give each choice a name of its own.", Field = nameof(DraftBallotInput.Choices))]
    ChoiceTwice,

    /// <summary>Instant run-off fills one seat.</summary>
    [Says("Instant run-off fills one seat. Choose Scottish or Meek STV for more.",
        Field = nameof(DraftBallotInput.Seats))]
    OneSeatOnly,

    /// <summary>The share must be one.</summary>
    [Says("Choose the share that passes the resolution.", Field = nameof(DraftBallotInput.Threshold))]
    ThresholdUnknown,

    /// <summary>Two ballots on the same might come out differently.</summary>
    [Says("A ballot on it is being held already.", Kind = RefusalKind.Conflict)]
    UnderWay,

    /// <summary>The bylaws give voters time.</summary>
    [Says("The bylaws ask for {0} days of notice: opened on that day, it closes on {1} at the earliest.",
        Field = nameof(DraftBallotInput.ClosesOn))]
    NoticeTooShort,

    /// <summary>A ballot lasts.</summary>
    [Says("The ballot must close after it opens.", Field = nameof(DraftBallotInput.ClosesOn))]
    ClosesBeforeItOpens,

    /// <summary>Nobody can vote in the past.</summary>
    [Says("The time at which it closes has passed already.", Field = nameof(DraftBallotInput.ClosesOn))]
    ClosedAlready,

    /// <summary>When clocks go forward an hour is left out.</summary>
    [Says("There is no {0} on that day where the trust is: clocks go forward. Choose another time.",
        Field = nameof(DraftBallotInput.OpensOn))]
    NoSuchHour,

    /// <summary>The box needs somebody who can open it.</summary>
    [Says("Choose the returning officers; {0} of them must open the box, and {1} are chosen.",
        Field = nameof(DraftBallotInput.Officers))]
    TooFewOfficers,

    /// <summary>An officer is somebody with an account.</summary>
    [Says("One of the officers has no open account.", Field = nameof(DraftBallotInput.Officers))]
    OfficerUnknown,

    /// <summary>Only classes that have members vote.</summary>
    [Says("No class of members is called “{0}”.", Field = nameof(DraftBallotInput.Class))]
    ClassUnknown,
}

/// <summary>Prepares a ballot: what is asked, who votes, how and when, and who keeps its key.</summary>
[Needs(BallotPermission.Run)]
[Does("Ballot prepared")]
public sealed class DraftBallot(
    TrustDb db, Acting acting, IMembers members, IAccounts accounts, BallotSubjects subjects)
    : IOperation<DraftBallotInput, BallotId>
{
    private const int MostChoices = 100;

    /// <inheritdoc/>
    public async Task<Outcome<BallotId>> Run(DraftBallotInput input)
    {
        var voting = string.IsNullOrWhiteSpace(input.Class) ? "" : input.Class.Trim();
        var found = input.Subject is { } subject
            ? await subjects.Asked(input.SubjectKind, subject, voting) : AskedFreely(input, voting);
        if (!found.IsDone) return Outcome<BallotId>.Refused(found.Refusals);
        var asked = found.Value;
        if (acting.Profile.InstantOf(input.OpensOn, input.OpensAt) is not { } opens)
            return new Refusal(DraftBallotRefusal.NoSuchHour, input.OpensAt);
        if (acting.Profile.InstantOf(input.ClosesOn, input.ClosesAt) is not { } closes)
            return Refusal.At(nameof(input.ClosesOn), DraftBallotRefusal.NoSuchHour, input.ClosesAt);
        if (closes <= opens) return DraftBallotRefusal.ClosesBeforeItOpens;
        if (closes <= acting.Now) return DraftBallotRefusal.ClosedAlready;
        var earliest = input.OpensOn.AddDays(asked.DaysAtLeast);
        if (input.ClosesOn < earliest)
            return new Refusal(DraftBallotRefusal.NoticeTooShort, asked.DaysAtLeast, earliest);
        var officers = input.Officers.Distinct(StringComparer.Ordinal).ToList();
        if (officers.Count < input.SharesNeeded)
            return new Refusal(DraftBallotRefusal.TooFewOfficers, input.SharesNeeded, officers.Count);
        var working = (await accounts.Working()).Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        if (!officers.TrueForAll(working.Contains)) return DraftBallotRefusal.OfficerUnknown;
        voting = asked.Voters;
        if (voting.Length > 0 && !(await members.ClassesOn(acting.Today)).Any(c => c.HasMembers && c.Code == voting))
            return new Refusal(DraftBallotRefusal.ClassUnknown, voting);
        var ballot = new Ballot
        {
            Title = asked.Title,
            Question = asked.Question,
            Rule = asked.Rule.Code,
            RuleOptions = JsonSerializer.Serialize(asked.Rule.Options),
            Seats = asked.Seats,
            Classes = voting,
            SubjectKind = input.Subject is null ? "" : input.SubjectKind!,
            Subject = input.Subject,
            OpensAt = opens,
            ClosesAt = closes,
            SharesNeeded = input.SharesNeeded,
            Search = SearchText.Of(asked.Title),
        };
        foreach (var (index, choice) in asked.Choices.Index())
            ballot.Choices.Add(new BallotChoice { Ballot = ballot.Id, Number = index + 1, Name = choice });
        for (var i = 0; i < officers.Count; i++)
            ballot.Holders.Add(new KeyHolder { Ballot = ballot.Id, Account = officers[i], Share = i + 1 });
        db.Add(ballot);
        return ballot.Id;
    }

    private static Outcome<BallotSubject> AskedFreely(DraftBallotInput input, string voting)
    {
        var choices = ChoicesOf(input);
        if (WrongChoices(input, choices) is { } wrong) return wrong;
        if (RuleOf(input) is not { } rule) return DraftBallotRefusal.ThresholdUnknown;
        return new BallotSubject
        {
            Title = input.Title.Trim(),
            Question = input.Question?.Trim() ?? "",
            Rule = rule,
            Seats = input.Method is BallotMethod.Resolution ? 1 : input.Seats,
            Voters = voting,
            Choices = choices,
        };
    }

    private static List<string> ChoicesOf(DraftBallotInput input) => input.Method is BallotMethod.Resolution
        ? [.. YesNoVote.Choices.Select(c => c.Name)]
        : [.. (input.Choices ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static Refusal? WrongChoices(DraftBallotInput input, List<string> choices)
    {
        if (choices.Count < 2) return new Refusal(DraftBallotRefusal.TooFewChoices);
        if (choices.Count > MostChoices) return new Refusal(DraftBallotRefusal.TooManyChoices, MostChoices);
        var twice = choices.GroupBy(c => c, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) return new Refusal(DraftBallotRefusal.ChoiceTwice, twice.Key);
        return input is { Method: BallotMethod.InstantRunoff, Seats: > 1 }
            ? new Refusal(DraftBallotRefusal.OneSeatOnly) : null;
    }

    private static CountingRule? RuleOf(DraftBallotInput input) => input.Method switch
    {
        BallotMethod.Scottish => new ScottishStv(),
        BallotMethod.Meek => new MeekStv(),
        BallotMethod.InstantRunoff => new InstantRunoff(),
        BallotMethod.Approval => new ApprovalVote(),
        BallotMethod.Score => new ScoreVote(),
        _ => Threshold.TryParse(input.Threshold, out var share)
            ? new YesNoVote { Threshold = share, Of = input.Of } : null,
    };
}
