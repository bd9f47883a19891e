using System.ComponentModel.DataAnnotations;
using Commonstead.Core;

namespace Commonstead.Platform.Web;

/// <summary>
/// A deadline as a form asks for it: how many of what, and where it goes from a day without business.
/// </summary>
public sealed class EnteredDeadline
{
    // No article of a lease waits longer than ten years; more is a slip of the pen.
    private const int MostYears = 10;

    /// <summary>How many; null where none is stated.</summary>
    [Display(Name = "How many"), Range(1, MostYears * 366, ErrorMessage = "Enter a number from 1 to 3,660.")]
    public int? Count { get; set; }

    /// <summary>What is counted.</summary>
    [Display(Name = "Of what"), EnumDataType(typeof(DeadlineUnit), ErrorMessage = "Choose what is counted.")]
    public DeadlineUnit Unit { get; set; }

    /// <summary>Where the last day goes from a weekend or a holiday.</summary>
    [Display(Name = "On a weekend or a holiday")]
    [EnumDataType(typeof(DeadlineRoll), ErrorMessage = "Choose where the last day goes.")]
    public DeadlineRoll Roll { get; set; }

    /// <summary>The same as a form shows it.</summary>
    public static EnteredDeadline Of(Deadline deadline) =>
        new() { Count = deadline.Count, Unit = deadline.Unit, Roll = deadline.Roll };

    /// <summary>The deadline; null when it is none, or is longer than ten years.</summary>
    public Deadline? Read() => Count is { } count && count >= 1 && Enum.IsDefined(Unit) && Enum.IsDefined(Roll)
        && count <= Most(Unit) ? new Deadline(count, Unit, Roll) : null;

    private static int Most(DeadlineUnit unit) => unit switch
    {
        DeadlineUnit.Years => MostYears,
        DeadlineUnit.Months => MostYears * 12,
        DeadlineUnit.Weeks => MostYears * 53,
        _ => MostYears * 366,
    };
}
