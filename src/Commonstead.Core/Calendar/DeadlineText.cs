using System.Globalization;

namespace Commonstead.Core;

/// <summary>
/// The text form of deadlines, as settings and exports keep it: <c>45 calendar days</c>, <c>1 month</c>,
/// <c>10 business days, roll next</c>, <c>15 calendar days before, roll previous</c>.
/// </summary>
/// <remarks>
/// A whole number, a unit in singular or plural, optionally <c>before</c>, optionally <c>, roll next</c> or
/// <c>, roll previous</c>. Small letters; any run of spaces counts as one.
/// </remarks>
public static class DeadlineText
{
    private static readonly (string Text, DeadlineUnit Unit)[] _units =
    [
        ("calendar day", DeadlineUnit.CalendarDays),
        ("business day", DeadlineUnit.BusinessDays),
        ("week", DeadlineUnit.Weeks),
        ("month", DeadlineUnit.Months),
        ("year", DeadlineUnit.Years),
    ];

    /// <summary>Writes the one form that <see cref="TryParse"/> reads back to the same deadline.</summary>
    public static string Write(Deadline deadline)
    {
        var unit = _units.First(known => known.Unit == deadline.Unit).Text;
        var roll = deadline.Roll switch
        {
            DeadlineRoll.Next => ", roll next",
            DeadlineRoll.Previous => ", roll previous",
            _ => "",
        };
        var count = deadline.Count.ToString(CultureInfo.InvariantCulture);
        return $"{count} {unit}{(deadline.Count == 1 ? "" : "s")}{(deadline.IsBefore ? " before" : "")}{roll}";
    }

    /// <summary>Reads a deadline.</summary>
    /// <exception cref="FormatException">The text is not of the form.</exception>
    public static Deadline Parse(string text) =>
        TryParse(text, out var deadline)
            ? deadline
            : throw new FormatException(
                $"“{text}” is not a deadline such as “45 calendar days” or “10 business days, roll next”.");

    /// <summary>Reads a deadline.</summary>
    /// <returns>False when the text is not of the form, or its count is longer than 100 years.</returns>
    public static bool TryParse(string? text, out Deadline deadline)
    {
        deadline = default;
        if (text is null || text.Length > 100) return false;
        var parts = text.Split(',');
        if (parts.Length > 2 || !TryReadRoll(parts, out var roll)) return false;
        var words = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;
        var isBefore = words[^1] == "before";
        var name = string.Join(' ', isBefore ? words[1..^1] : words[1..]);
        foreach (var known in _units)
        {
            if (name != known.Text && name != known.Text + "s") continue;
            if (count > Deadline.LargestCount(known.Unit)) return false;
            deadline = new Deadline(count, known.Unit, roll, isBefore);
            return true;
        }
        return false;
    }

    private static bool TryReadRoll(string[] parts, out DeadlineRoll roll)
    {
        roll = DeadlineRoll.None;
        if (parts.Length == 1) return true;
        var words = parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not ["roll", var where]) return false;
        if (where == "next") roll = DeadlineRoll.Next;
        if (where == "previous") roll = DeadlineRoll.Previous;
        return roll != DeadlineRoll.None;
    }
}
