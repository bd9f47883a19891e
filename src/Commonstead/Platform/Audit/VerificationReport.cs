using System.Text.Json.Serialization;

namespace Commonstead.Platform.Audit;

/// <summary>What a walk over seals and attested rows found.</summary>
public sealed class VerificationReport
{
    private const int MostNamed = 100;

    /// <summary>Where the record does not agree with its attestation, by table and id; empty when all is well.
    /// </summary>
    public IReadOnlyList<string> Breaks => Places.ConvertAll(p => p.Line);

    /// <summary>The same, for <see cref="BreakWords"/> to tell in words.</summary>
    [JsonIgnore]
    public List<BrokenPlace> Places { get; } = [];

    /// <summary>Breaks beyond those named.</summary>
    public long MoreBreaks { get; private set; }

    /// <summary>Seals walked.</summary>
    public long Seals { get; internal set; }

    /// <summary>Sealed audit entries walked.</summary>
    public long Entries { get; internal set; }

    /// <summary>Records whose present row agrees with its last attestation.</summary>
    public long Records { get; internal set; }

    /// <summary>Rows of bulk work that agree with the record that attests them together.</summary>
    public long Rows { get; internal set; }

    /// <summary>What else proves itself, and how many did.</summary>
    public List<CheckedKind> Checked { get; } = [];

    /// <summary>Entries written but not yet sealed.</summary>
    public long Unsealed { get; internal set; }

    /// <summary>When the oldest of them was written, in UTC.</summary>
    public DateTime? UnsealedSince { get; internal set; }

    /// <summary>Tables whose rows are not attested one by one.</summary>
    public List<string> NotAttested { get; } = [];

    /// <summary>The last seal's hash in hexadecimal, or null before the first.</summary>
    public string? Head { get; internal set; }

    /// <summary>When the last seal was made, in UTC.</summary>
    public DateTime? HeadAt { get; internal set; }

    /// <summary>When a head was given: the number of the seal that has it.</summary>
    public long? HeadFoundAt { get; internal set; }

    /// <summary>False when the walk was stopped before its end; what it found up to then stands.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>True when everything was walked and nothing is broken.</summary>
    public bool IsSound => IsComplete && Places.Count == 0;

    /// <summary>Notes a break.</summary>
    internal void Break(string line) => Break(new BrokenPlace(line));

    /// <summary>Notes a break; a long list helps nobody, so that the rest are counted.</summary>
    internal void Break(BrokenPlace place)
    {
        if (Places.Count < MostNamed) Places.Add(place);
        else MoreBreaks++;
    }
}

/// <summary>What is wrong at a broken place.</summary>
public enum BreakKind
{
    /// <summary>Something beside the records: a seal, an entry, a guard, a file.</summary>
    Other,

    /// <summary>A record is not as it was attested.</summary>
    Changed,

    /// <summary>A record that was attested is not there.</summary>
    Gone,

    /// <summary>A record that no operation wrote.</summary>
    Added,

    /// <summary>A value of a record is not of its kind.</summary>
    Unreadable,
}

/// <summary>A place where the record is broken.</summary>
/// <param name="Line">Where and what, by table and id.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Table">The record's table, when it is about one record.</param>
/// <param name="Key">The record's id.</param>
/// <param name="Entry">The entry of the trail that last attested it.</param>
public sealed record BrokenPlace(
    string Line, BreakKind Kind = BreakKind.Other, string? Table = null, Guid Key = default, long? Entry = null);

/// <summary>A kind of thing that proves itself.</summary>
/// <param name="What">What was checked, in English, after the number.</param>
/// <param name="Sound">How many are as they should be.</param>
public sealed record CheckedKind(string What, long Sound);
