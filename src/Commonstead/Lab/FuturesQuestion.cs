using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Commonstead.Core;

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

    /// <summary>Where the years ahead come from.</summary>
    [Display(Name = "The years ahead are drawn from")]
    public DrawnFrom Draws { get; set; }

    /// <summary>
    /// Growth a year of market prices, incomes and consumer prices, and the mean mortgage rate, in percent as typed:
    /// what cannot be read keeps its place.
    /// </summary>
    [Display(Name = "Growth a year")]
    [MaxLength(LabMovements.Count, ErrorMessage = "There are four figures of growth.")]
    public List<string?> Growth { get; set; } = [];

    /// <summary>Their standard deviations.</summary>
    [Display(Name = "Volatility")]
    [MaxLength(LabMovements.Count, ErrorMessage = "There are four volatilities.")]
    public List<string?> Volatility { get; set; } = [];

    /// <summary>
    /// The correlation of each pair, from −1 to 1, in the order of <see cref="LabMovements.PairCorrelations"/>.
    /// </summary>
    [Display(Name = "Correlations")]
    [MaxLength(LabMovements.Pairs, ErrorMessage = "There are six correlations.")]
    public List<string?> Correlations { get; set; } = [];

    /// <summary>How many years of history stay together.</summary>
    [Display(Name = "Years of history kept together")]
    public int BlockYears { get; set; } = 5;

    /// <summary>How long owners stay.</summary>
    [Display(Name = "How long owners stay"), StringLength(500, ErrorMessage = "This is longer than 500 characters.")]
    public string Stay { get; set; } = LengthOfStay.Usual.Words;

    /// <summary>The movements stated, when they are drawn from and complete.</summary>
    internal LabMovements? Movements => Draws is DrawnFrom.Movements
        && Percent(Growth, LabMovements.Count) is { } growth
        && Percent(Volatility, LabMovements.Count) is { } volatility
        && Known(Correlations, LabMovements.Pairs) is { } pairs
            ? LabMovements.OfPairs(growth, volatility, pairs) : null;

    /// <summary>True where movements are to be drawn from, and are not all stated.</summary>
    internal bool LacksMovements => Draws is DrawnFrom.Movements && Movements is null;

    /// <summary>The study of some rules in a place.</summary>
    internal FuturesStudy Study(LabSubject subject, LengthOfStay stay, DateOnly knownBy) => new()
    {
        Rules = subject.Rules,
        Place = subject.Place,
        Givens = subject.Facts,
        Household = Household,
        Seller = Seller,
        HistoryFrom = From,
        HistoryTo = To,
        Years = Years,
        Paths = Paths,
        Seed = Seed,
        BlockYears = BlockYears,
        Movements = Movements,
        Stay = stay,
        KnownBy = knownBy,
    };

    /// <summary>Takes movements for those stated.</summary>
    internal void State(LabMovements movements)
    {
        Draws = DrawnFrom.Movements;
        Growth = [.. movements.Growth.Select(one => Text(one * 100))];
        Volatility = [.. movements.Volatility.Select(one => Text(one * 100))];
        Correlations = [.. movements.PairCorrelations.Select(Text)];
    }

    private static string Text(decimal figure) => figure.ToString("0.####", CultureInfo.InvariantCulture);

    private static List<decimal>? Percent(List<string?> figures, int count) =>
        Known(figures.ConvertAll(one => one?.TrimEnd().TrimEnd('%')), count)?.ConvertAll(one => one / 100);

    private static List<decimal>? Known(List<string?> figures, int count)
    {
        var read = figures.ConvertAll(text => decimal.TryParse(
            text?.Trim().Replace('−', '-'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign
                | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var one) ? one : (decimal?)null);
        return read.Count == count && read.TrueForAll(one => one is not null)
            ? read.ConvertAll(one => one!.Value) : null;
    }
}

/// <summary>Where the years ahead of a study come from.</summary>
public enum DrawnFrom
{
    /// <summary>Blocks of years as they happened.</summary>
    [Display(Name = "The past, in blocks of years as they happened")]
    History,

    /// <summary>Growth, volatilities and correlations that are stated.</summary>
    [Display(Name = "The growth, volatilities and correlations stated here")]
    Movements,
}
