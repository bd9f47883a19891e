using Commonstead.Core;
using Commonstead.Lab;

namespace Commonstead.Tests.Lab;

/// <summary>What a study carries with it answers as the trust's figures did.</summary>
[Trait("Engine", "none")]
public sealed class RecordedFiguresTests
{
    private static readonly DateOnly _today = new(2026, 6, 1);

    [Fact]
    public void AnAreaThatAnotherTookThePlaceOf_StaysTheOneThatWasAskedFor()
    {
        var figures = new FigureSet(
            [Release("a", 2020, ("us:ct:old", 100)), Release("b", 2024, ("us:ct:new", 130))],
            [new AreaSuccession("us:ct:old", "us:ct:new", new DateOnly(2023, 1, 1))]);
        AnswersAgain(figures, "us:ct:old", 100, 130);
    }

    [Fact]
    public void AReleaseInForceThatLacksAnArea_IsCarried_ThoughNoFigureOfItWasUsed()
    {
        var figures = new FigureSet([Release("a", 2020, ("us:ct:old", 100)), Release("b", 2024, ("us:ma:x", 130))]);
        AnswersAgain(figures, "us:ct:old", 100, null);
    }

    private static void AnswersAgain(FigureSet figures, string area, decimal early, decimal? late)
    {
        var recorded = new RecordedFigures(figures);
        Answers(recorded, area, early, late);
        Answers(new FigureSet(recorded.Releases()), area, early, late);
    }

    private static void Answers(IFigures figures, string area, decimal early, decimal? late)
    {
        Assert.Equal(early, figures.Find("limits", area, new DateOnly(2021, 6, 1), _today).Figure?.Value);
        Assert.Equal(late, figures.Find("limits", area, new DateOnly(2025, 6, 1), _today).Figure?.Value);
    }

    private static SeriesRelease Release(string id, int year, params (string Area, decimal Value)[] figures) => new()
    {
        SeriesId = "limits",
        ReleaseId = id,
        Published = new DateOnly(year, 1, 1),
        Effective = new DateOnly(year, 1, 1),
        Span = FigureSpan.InForce,
        Publisher = "test",
        Source = "test",
        Figures = [.. figures.Select(f => new SeriesFigure(f.Area, new DateOnly(year, 1, 1), f.Value))],
    };
}
