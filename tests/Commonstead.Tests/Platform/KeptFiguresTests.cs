using Commonstead.Core;
using Commonstead.Platform.Web;
using Commonstead.Resales;

namespace Commonstead.Tests.Platform;

/// <summary>What a record keeps of a sentence's values comes back as it was.</summary>
public sealed class KeptFiguresTests
{
    [Fact]
    public void Values_ComeBack_AsWhatTheyWere()
    {
        object[] figures = [Money.Of(-1_234.5m, Currency.Usd), new DateOnly(2026, 5, 1), "12:30, \"a\"", ""];
        Assert.Equal(figures, KeptFigures.ReadAll(KeptFigures.WriteAll(figures)));
        Assert.Empty(KeptFigures.ReadAll(KeptFigures.WriteAll([])));
    }

    [Fact]
    public void AChoice_ComesBack_AsItsWords() => Assert.Equal(
        "Not needed", Assert.IsType<Sentence>(KeptFigures.Read(KeptFigures.Write(StepState.NotNeeded))).English);

    [Fact]
    public void Nothing_ComesBack_AsNothing()
    {
        Assert.Null(KeptFigures.Read(KeptFigures.Write(null)));
        Assert.Null(KeptFigures.Read(KeptFigures.Write("")));
        Assert.Equal("7", KeptFigures.Read(KeptFigures.Write(7)));
    }
}
