namespace Commonstead.Resales;

/// <summary>
/// How the trust's purchase option runs out. It is the one deadline that cannot be mended once it has passed, so pages
/// warn of it before and above everything else.
/// </summary>
/// <param name="LastDay">The option's last day.</param>
/// <param name="DaysLeft">Days until it, today not counted; below zero once it has passed.</param>
public sealed record OptionClock(DateOnly LastDay, int DaysLeft)
{
    // A board needs a meeting and its notice to decide; two weeks leave time for one called at once.
    private const int WarningDays = 14;

    /// <summary>True when the last day has passed without a decision.</summary>
    public bool HasPassed => DaysLeft < 0;

    /// <summary>True when the option is about to be lost, or was.</summary>
    public bool Warns => DaysLeft <= WarningDays;

    /// <summary>In two or three words, the key of its translation.</summary>
    public string InShort => HasPassed ? "Option has lapsed" : "Option about to lapse";

    /// <summary>The clock of a resale, or null while nothing runs.</summary>
    public static OptionClock? Of(Resale resale, DateOnly today) =>
        Of(resale.State, resale.Option, resale.Steps.FirstOrDefault(s => s.Kind == StepKind.Option)?.DueOn, today);

    /// <summary>The clock of a resale by its parts, or null while nothing runs.</summary>
    public static OptionClock? Of(ResaleState state, OptionState option, DateOnly? lastDay, DateOnly today) =>
        state == ResaleState.Open && option == OptionState.Open && lastDay is { } last
            ? new OptionClock(last, last.DayNumber - today.DayNumber)
            : null;
}
