namespace Commonstead.Desk;

/// <summary>Work that a capability has for the reader of the desk.</summary>
public interface IDeskWork
{
    /// <summary>What is to be done, as far as the present actor may see and do it; at most a hundred entries.</summary>
    Task<IReadOnlyList<DeskEntry>> Waiting();
}

/// <summary>One thing to be done.</summary>
/// <param name="Title">What it is, in English: the key of its translation.</param>
/// <param name="About">The home, lease or resale it is about.</param>
/// <param name="Who">Whose turn it is, in English, or null when it is the reader's own.</param>
/// <param name="DueOn">The last day, or null.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Loss">Who loses what when the day passes, in English; null when nothing hangs on it.</param>
public sealed record DeskEntry(string Title, string About, string? Who, DateOnly? DueOn, string Href,
    string? Loss = null)
{
    /// <summary>True when something is about to be lost for good: it stands first and is marked loudest.</summary>
    public bool IsAlarm { get; init; }
}
