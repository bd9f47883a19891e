using System.ComponentModel.DataAnnotations;

namespace Commonstead.Lab;

/// <summary>A study of possible futures; the years of the base are those of the history drawn from.</summary>
public sealed class FuturesQuestion : LabQuestion
{
    /// <summary>How many years ahead.</summary>
    [Display(Name = "Years ahead")]
    public int Years { get; set; } = 40;

    /// <summary>How many futures.</summary>
    [Display(Name = "Futures")]
    public int Paths { get; set; } = 10_000;

    /// <summary>The seed.</summary>
    [Display(Name = "Seed")]
    public ulong Seed { get; set; } = 7;

    /// <summary>How many years of history stay together.</summary>
    [Display(Name = "Years of history kept together")]
    public int BlockYears { get; set; } = 5;

    /// <summary>How long owners stay.</summary>
    [Display(Name = "How long owners stay"), StringLength(500, ErrorMessage = "This is longer than 500 characters.")]
    public string Stay { get; set; } = "8.3 % a year";
}
