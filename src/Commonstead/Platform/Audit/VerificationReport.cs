namespace Commonstead.Platform.Audit;

/// <summary>What a walk over seals and attested rows found.</summary>
public sealed class VerificationReport
{
    private const int MostNamed = 100;

    /// <summary>Where the record does not agree with its attestation, in words; empty when all is well.</summary>
    public List<string> Breaks { get; } = [];

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
    public bool IsSound => IsComplete && Breaks.Count == 0;

    /// <summary>Notes a break; a long list helps nobody, so that the rest are counted.</summary>
    internal void Break(string text)
    {
        if (Breaks.Count < MostNamed) Breaks.Add(text);
        else MoreBreaks++;
    }
}

/// <summary>A kind of thing that proves itself.</summary>
/// <param name="What">What was checked, in English, after the number.</param>
/// <param name="Sound">How many are as they should be.</param>
public sealed record CheckedKind(string What, long Sound);
