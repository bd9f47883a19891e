using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>A vote by show of hands, with who moved and seconded.</summary>
public abstract class HandCountInput : IMeetingInput
{
    /// <inheritdoc/>
    public MeetingId Meeting { get; set; }

    /// <summary>The resolution.</summary>
    public ResolutionId Resolution { get; set; }

    /// <summary>Who moved it.</summary>
    [Display(Name = "Moved by")]
    public PersonId? MovedBy { get; set; }

    /// <summary>Who seconded it.</summary>
    [Display(Name = "Seconded by")]
    public PersonId? SecondedBy { get; set; }

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
}

/// <summary>Why a show of hands does not count.</summary>
public enum HandCountRefusal
{
    /// <summary>Nothing is decided at a meeting that was called too late.</summary>
    [Says("This meeting was called too late. Nothing is decided before everyone entitled has waived the notice.")]
    WaiverMissing,

    /// <summary>A meeting votes on what stands on its agenda.</summary>
    [Says("This resolution does not stand on the agenda.")]
    NotOnTheAgenda,

    /// <summary>Motions are moved and seconded by two who are there.</summary>
    [Says("Choose two people who are there: one who moved it and one who seconded it.",
        Field = nameof(HandCountInput.SecondedBy))]
    SecondMissing,

    /// <summary>Nobody votes who is not there.</summary>
    [Says("{0} votes were counted, and {1} are present.", Field = nameof(HandCountInput.For))]
    MoreThanPresent,

    /// <summary>Without a quorum nothing is decided.</summary>
    [Says("There is no quorum any more: {0} are present and {1} are needed. Nothing can be decided until there is.")]
    NoQuorum,

    /// <summary>Some quorums ask for every class that has seats.</summary>
    [Says("There is no quorum any more: every class that has seats must be there, and nobody is there of {0}. Nothing "
        + "can be decided until there is.")]
    ClassMissing,
}

/// <summary>What a show of hands needs, whatever it is about.</summary>
public sealed class HandCount(
    TrustDb db, MeetingRules meetings, MeetingRegister register, ResolutionBook book, BodyNames names)
{
    /// <summary>The meeting, the resolution and who is there; or why the show of hands does not count.</summary>
    internal async Task<Outcome<CountedHands>> Of(HandCountInput input)
    {
        var found = await meetings.At(input.Meeting, MeetingState.Open);
        if (!found.IsDone) return Outcome<CountedHands>.Refused(found.Refusals);
        var meeting = found.Value;
        if (!meeting.MayDecide) return HandCountRefusal.WaiverMissing;
        if (meeting.Agenda.All(i => i.Resolution != input.Resolution)) return HandCountRefusal.NotOnTheAgenda;
        if (await book.Find(input.Resolution) is not { } resolution) return CommonRefusal.NotFound;
        var here = await db.Set<Attendance>().AsNoTracking()
            .Where(a => a.Meeting == meeting.Id && a.LeftAt == null && a.Proxy == null).Select(a => a.Person)
            .ToListAsync();
        // A small board needs no second (Robert's Rules 49:21).
        var isSeconded = meeting.Body == BodyCodes.Board || (input.MovedBy is { } mover
            && input.SecondedBy is { } second && mover != second && here.Contains(mover) && here.Contains(second));
        if (!isSeconded) return HandCountRefusal.SecondMissing;
        var rule = (await book.RuleOf(resolution)).Bodies.FirstOrDefault(b => b.Body == meeting.Body);
        var presence = await register.Presence(meeting, rule);
        if (!presence.HasNumbers) return new Refusal(HandCountRefusal.NoQuorum, presence.Votes, presence.Needed);
        if (!presence.IsQuorate)
            return new Refusal(HandCountRefusal.ClassMissing, await names.Of(presence.ClassesAbsent));
        var count = new VoteCount
        {
            For = input.For!.Value,
            Against = input.Against!.Value,
            Abstain = input.Abstain ?? 0,
            Present = presence.Votes,
            Entitled = Math.Max(presence.Entitled, presence.Votes),
            ClassesAbsent = presence.ClassesAbsent,
        };
        return count.IsPossible ? new CountedHands(meeting, resolution, count)
            : new Refusal(HandCountRefusal.MoreThanPresent, count.Cast, count.Present);
    }
}

/// <summary>A show of hands that counts.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Resolution">The resolution, tracked.</param>
/// <param name="Count">Its figures.</param>
internal sealed record CountedHands(Meeting Meeting, Resolution Resolution, VoteCount Count);
