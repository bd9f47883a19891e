using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>How a body voted without a meeting or ballot that the program keeps.</summary>
public sealed class RecordDecisionInput : IResolutionInput
{
    /// <inheritdoc/>
    public ResolutionId Resolution { get; set; }

    /// <summary>The body.</summary>
    [Required(ErrorMessage = "Choose the body."), Display(Name = "Body")]
    [StringLength(40, ErrorMessage = "The body is not understood.")]
    public string Body { get; set; } = "";

    /// <summary>In writing rather than at a meeting of which the minutes are at hand.</summary>
    [Display(Name = "It was decided in writing, without a meeting")]
    public bool InWriting { get; set; }

    /// <summary>The day.</summary>
    [Required(ErrorMessage = "Enter the day of the vote."), Display(Name = "Day of the vote")]
    public DateOnly? On { get; set; }

    /// <summary>The day on which notice of the meeting was given; not asked where the bylaws ask for none.</summary>
    [Display(Name = "Notice was given on")]
    public DateOnly? NoticeOn { get; set; }

    /// <summary>Everyone entitled waived notice.</summary>
    [Display(Name = "Everyone entitled waived notice")]
    public bool IsNoticeWaived { get; set; }

    /// <summary>Votes for.</summary>
    [Required(ErrorMessage = "Enter the votes for."), Display(Name = "For")]
    [Range(0, 10_000_000, ErrorMessage = "Enter a number from 0.")]
    public int? For { get; set; }

    /// <summary>Votes against.</summary>
    [Required(ErrorMessage = "Enter the votes against."), Display(Name = "Against")]
    [Range(0, 10_000_000, ErrorMessage = "Enter a number from 0.")]
    public int? Against { get; set; }

    /// <summary>Votes neither way.</summary>
    [Display(Name = "Abstained"), Range(0, 10_000_000, ErrorMessage = "Enter a number from 0.")]
    public int? Abstain { get; set; }

    /// <summary>Those present.</summary>
    [Display(Name = "Present, proxies included"), Range(0, 10_000_000, ErrorMessage = "Enter a number from 0.")]
    public int? Present { get; set; }

    /// <summary>Everyone entitled; null to count the register.</summary>
    [Display(Name = "Entitled to vote"), Range(1, 10_000_000, ErrorMessage = "Enter a number from 1.")]
    public int? Entitled { get; set; }

    /// <summary>For the board: every class with seats was there.</summary>
    [Display(Name = "Every class that has seats was there")]
    public bool EachClass { get; set; }

    /// <summary>Where it stands.</summary>
    [Required(ErrorMessage = "Say where it stands."), Display(Name = "Where it stands")]
    [StringLength(300, ErrorMessage = "This is longer than 300 characters.")]
    public string Note { get; set; } = "";
}

/// <summary>Why what a body decided is not recorded.</summary>
public enum RecordDecisionRefusal
{
    /// <summary>A share is one of something.</summary>
    [Says("Enter how many were entitled to vote: the register does not say it for that day.",
        Field = nameof(RecordDecisionInput.Entitled))]
    EntitledMissing,
}

/// <summary>Records what a body decided in writing, or at a meeting of which only the minutes are at hand.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Decision of a body recorded")]
public sealed class RecordDecision(ResolutionBook book, Electorate electorate)
    : IOperation<RecordDecisionInput, ResolutionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResolutionId>> Run(RecordDecisionInput input)
    {
        if (await book.Find(input.Resolution) is not { } resolution) return CommonRefusal.NotFound;
        var (on, body) = (input.On!.Value, input.Body.Trim());
        var entitled = input.Entitled ?? await electorate.Count(body, on);
        if (entitled == 0) return RecordDecisionRefusal.EntitledMissing;
        var (votesFor, against, abstain) = (input.For!.Value, input.Against!.Value, input.Abstain ?? 0);
        var vote = new BodyVote(body, input.InWriting ? DecisionWay.Written : DecisionWay.Minutes, on, new VoteCount
        {
            For = votesFor,
            Against = against,
            Abstain = abstain,
            Present = input.Present ?? votesFor + against + abstain,
            Entitled = entitled,
            ClassesAbsent = body == BodyCodes.Board && !input.EachClass ? [AClass] : [],
        })
        {
            Note = input.Note.Trim(),
            NoticeOn = input.InWriting ? null : input.NoticeOn,
            IsNoticeWaived = !input.InWriting && input.IsNoticeWaived,
        };
        var recorded = await book.Record(resolution, vote);
        return recorded.IsDone ? resolution.Id : Outcome<ResolutionId>.Refused(recorded.Refusals);
    }

    // The minutes do not say which.
    private const string AClass = "?";
}
