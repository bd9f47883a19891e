using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;

namespace Commonstead.Governance;

/// <summary>How far a version of the bylaws has come.</summary>
public enum BylawsState
{
    /// <summary>It can still be changed.</summary>
    [Display(Name = "Draft")] Draft,

    /// <summary>A resolution is to permit it.</summary>
    [Display(Name = "Proposed")] Proposed,

    /// <summary>It holds from its day on.</summary>
    [Display(Name = "In force")] InForce,

    /// <summary>It was given up, or its resolution failed.</summary>
    [Display(Name = "Given up")] Dropped,
}

/// <summary>
/// A version of the bylaws' table. What was in force on a day stays, so that every resolution can be read against the
/// version of its day.
/// </summary>
[NotPersonal]
public sealed class Bylaws : Record<BylawsId>
{
    /// <summary>How far it has come.</summary>
    public BylawsState State { get; set; }

    /// <summary>The first day it holds; null before it is in force.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The table, as <see cref="BylawText"/> writes it.</summary>
    public required string Table { get; set; }

    /// <summary>Where its words stand, such as a filed document; empty when that is not said.</summary>
    public string Source { get; set; } = "";

    /// <summary>The resolution that permits it; null for the first version, which a trust brings with it.</summary>
    public ResolutionId? Resolution { get; set; }

    /// <summary>When it was begun.</summary>
    public DateTime BegunAt { get; init; }

    /// <summary>The table.</summary>
    public BylawTable Rules => BylawText.Read(Table);
}
