using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Shows who comes in when the papers are counted again, and seats them.</summary>
public sealed class CountBackModel(
    OperationRunner runner, ElectionRegister elections, CountBack operation, CountBacks counts)
    : ElectionForm<CountBackInput>(runner, elections, operation)
{
    /// <summary>Who comes in; null when nobody does, or a lot decides.</summary>
    public NextInLine? Answer { get; private set; }

    /// <summary>Why nobody comes in; null when somebody does.</summary>
    public Refusal? WhyNot { get; private set; }

    /// <summary>True when a lot decides.</summary>
    public bool NeedsLot => WhyNot?.Code is CountBackRefusal.LotNeeded;

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        var answer = await counts.Next(Election, null);
        if (answer.IsDone) Answer = answer.Value;
        else WhyNot = answer.Refusals[0];
    }
}
