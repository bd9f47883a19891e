namespace Commonstead.Core.Tests;

/// <summary>Hard times found in a place's own series.</summary>
public class LabPresetTests
{
    [Fact]
    public void Boston_HadItsCrashAndItsInflation()
    {
        var presets = Presets("boston", LabPlaces.Boston, 1987);
        var crash = presets.Single(one => one.Kind == LabPresetKind.Crash);

        // Case-Shiller Boston: 177.897 in June 2006, 154.401 in June 2012.
        Assert.Equal((2006, 2012), (crash.FirstYear, crash.LastYear));
        Assert.Equal(154.401m / 177.897m - 1, crash.Change, 3);
        var inflation = presets.Single(one => one.Kind == LabPresetKind.HighInflation);
        Assert.Equal((1987, 1993), (inflation.FirstYear, inflation.LastYear));

        // The proxy for incomes follows consumer prices and half a percent: they never fall behind.
        Assert.DoesNotContain(presets, one => one.Kind == LabPresetKind.FallingIncomes);
    }

    [Fact]
    public void IncomesThatFall_AreFound()
    {
        int[] incomes = [100, 101, 102, 101, 99, 98, 97, 96, 95, 99];
        var years = incomes.Select((income, at) => new LabYear(2000 + at, 0, income, null, 0, 0, [], 0)).ToList();
        var fall = Assert.Single(LabPreset.Of(years));
        Assert.Equal(new LabPreset(LabPresetKind.FallingIncomes, 2002, 2008, -0.0686m), fall);
    }

    [Fact]
    public void ASeriesTooShort_HasNone() => Assert.Empty(LabPreset.Of([]));

    private static IReadOnlyList<LabPreset> Presets(string name, LabPlace place, int year)
    {
        var study = new BacktestStudy
        {
            Rules = [LabPlaces.Rule("us/cpi-index")],
            Place = place,
            KnownBy = LabPlaces.KnownBy,
            FirstYear = year,
        };
        return LabPreset.Of(Backtest.Years(study, LabPlaces.Figures(name)).Value!);
    }
}
