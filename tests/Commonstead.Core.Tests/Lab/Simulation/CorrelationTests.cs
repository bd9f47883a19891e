namespace Commonstead.Core.Tests;

/// <summary>What is a correlation matrix and what is not.</summary>
public class CorrelationTests
{
    [Fact]
    public void AMatrix_MixesNormals()
    {
        var normals = new[] { 1.0, 1.0 };
        Correlation.Of([[1, 0.6m], [0.6m, 1]], 2).Mix(normals);
        Assert.Equal([1.0, 0.6 + 0.8], normals.Select(x => Math.Round(x, 12)));
    }

    [Fact]
    public void PerfectCorrelation_IsOne()
    {
        var normals = new[] { 0.7, -2.0 };
        Correlation.Of([[1, 1], [1, 1]], 2).Mix(normals);
        Assert.Equal(0.7, normals[1], 1e-12);
    }

    public static TheoryData<decimal[][], string> Wrong => new()
    {
        { [[1, 0.5m], [0.4m, 1]], "differ" },
        { [[1, 0.5m], [0.5m, 0.9m]], "themselves by 1" },
        { [[1, 1.5m], [1.5m, 1]], "between" },
        { [[1, 0.9m], [0.9m, 1], [0, 0]], "rows" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void AnythingElse_IsRefused(decimal[][] matrix, string why)
    {
        var refused = Assert.Throws<LabException>(() => Correlation.Of(matrix, 2));
        Assert.Equal(LabRefusal.NotACorrelationMatrix, refused.Fault.Code);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SeriesThatCannotMoveLikeThat_AreRefused() =>
        Assert.Contains("semidefinite", Assert.Throws<LabException>(() => Correlation.Of(
            [[1, 0.9m, -0.9m], [0.9m, 1, 0.9m], [-0.9m, 0.9m, 1]], 3)).Message, StringComparison.Ordinal);
}
