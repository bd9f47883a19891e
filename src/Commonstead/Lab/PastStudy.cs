using Commonstead.Core;
using Commonstead.Platform.Operations;

namespace Commonstead.Lab;

/// <summary>A replay of the past with its rules and figures at hand, to be computed.</summary>
public sealed class PastStudy
{
    private readonly BacktestStudy _study;
    private readonly IFigures _figures;

    internal PastStudy(BacktestStudy study, IFigures figures) => (_study, _figures) = (study, figures);

    /// <summary>The hard times that its series hold, whatever years it asks for.</summary>
    public IReadOnlyList<LabPreset> Presets =>
        Backtest.Years(_study with { FirstYear = null, LastYear = null }, _figures).Value is { } years
            ? LabPreset.Of(years) : [];

    /// <summary>Computes it, or says why that cannot be done.</summary>
    public async Task<Outcome<Computed<BacktestResult>>> Replay(CancellationToken cancellation)
    {
        var used = new RecordedFigures(_figures);
        return Computed<BacktestResult>.Of(
            await Task.Run(() => Backtest.Run(_study, used, cancellation), cancellation),
            result => LabFile.Of(_study, result, used));
    }
}

/// <summary>A computed study: what it came to, and the file that computes it again.</summary>
/// <param name="Result">The result.</param>
/// <param name="File">Writes the file.</param>
public sealed record Computed<T>(T Result, Func<LabFile> File)
    where T : class
{
    /// <summary>What the lab answered, in the words of an outcome.</summary>
    internal static Outcome<Computed<T>> Of(LabOutcome<T> outcome, Func<T, LabFile> file) =>
        outcome.Value is { } result
            ? new Computed<T>(result, () => file(result))
            : Outcome<Computed<T>>.Refused(
                [.. outcome.Faults.Select(f => new Refusal(StudyRefusal.NotComputed, f.Message))]);
}
