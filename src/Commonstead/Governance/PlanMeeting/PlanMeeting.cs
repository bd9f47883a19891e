using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A meeting to plan.</summary>
public sealed class PlanMeetingInput
{
    /// <summary>What kind it is.</summary>
    [Display(Name = "Kind of meeting"), EnumDataType(typeof(MeetingKind), ErrorMessage = "Choose the kind.")]
    public MeetingKind Kind { get; set; }

    /// <summary>For a meeting of a class: which.</summary>
    [Display(Name = "Class"), StringLength(30, ErrorMessage = "The class is not understood.")]
    public string? Class { get; set; }

    /// <summary>What it is called.</summary>
    [Required(ErrorMessage = "Enter a title."), Display(Name = "Title")]
    [StringLength(200, ErrorMessage = "The title is longer than 200 characters.")]
    public string Title { get; set; } = "";

    /// <summary>The day.</summary>
    [Required(ErrorMessage = "Enter the day."), Display(Name = "Day")]
    public DateOnly? Day { get; set; }

    /// <summary>The hour, where the trust is.</summary>
    [Required(ErrorMessage = "Enter the hour."), Display(Name = "Begins at")]
    public TimeOnly? Time { get; set; }

    /// <summary>Where it is held.</summary>
    [Display(Name = "Place"), StringLength(300, ErrorMessage = "The place is longer than 300 characters.")]
    public string? Place { get; set; }

    /// <summary>Where one joins online.</summary>
    [Display(Name = "Address for joining online")]
    [StringLength(500, ErrorMessage = "The address is longer than 500 characters.")]
    [Url(ErrorMessage = "Enter an address that begins with https://.")]
    public string? Online { get; set; }
}

/// <summary>Why a meeting is not planned.</summary>
public enum PlanMeetingRefusal
{
    /// <summary>A class meets that has members.</summary>
    [Says("Choose the class that meets.", Field = nameof(PlanMeetingInput.Class))]
    ClassMissing,

    /// <summary>Nobody comes to a meeting that is over.</summary>
    [Says("The meeting would have begun already.", Field = nameof(PlanMeetingInput.Day))]
    InThePast,

    /// <summary>People have to know where to go.</summary>
    [Says("Enter a place, or an address for joining online.", Field = nameof(PlanMeetingInput.Place))]
    NowhereToGo,
}

/// <summary>Plans a meeting; nobody is told of it before it is called.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Meeting planned")]
public sealed class PlanMeeting(TrustDb db, Acting acting, BylawBook bylaws) : IOperation<PlanMeetingInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(PlanMeetingInput input)
    {
        var body = input.Kind switch
        {
            MeetingKind.Board => BodyCodes.Board,
            MeetingKind.Class => input.Class?.Trim() ?? "",
            _ => BodyCodes.Members,
        };
        if (input.Kind is MeetingKind.Class && (await bylaws.VotingClasses()).All(c => c.Code != body))
            return PlanMeetingRefusal.ClassMissing;
        if (acting.Profile.InstantOf(input.Day!.Value, input.Time!.Value) is not { } starts)
            return new Refusal(MeetingRefusal.NoSuchHour, input.Time);
        if (starts <= acting.Now) return PlanMeetingRefusal.InThePast;
        if (string.IsNullOrWhiteSpace(input.Place) && string.IsNullOrWhiteSpace(input.Online))
            return PlanMeetingRefusal.NowhereToGo;
        var meeting = new Meeting
        {
            Title = input.Title.Trim(),
            Kind = input.Kind,
            Body = body,
            StartsAt = starts,
            Day = input.Day.Value,
            Place = input.Place?.Trim() ?? "",
            Online = input.Online?.Trim() ?? "",
            Search = SearchText.Of(input.Title),
        };
        db.Add(meeting);
        return meeting.Id;
    }
}
