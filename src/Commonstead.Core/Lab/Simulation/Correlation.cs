namespace Commonstead.Core;

/// <summary>
/// A correlation matrix, checked: symmetric, ones on the diagonal, and positive semidefinite, which it proves by its
/// Cholesky factor.
/// </summary>
internal sealed class Correlation
{
    // A pivot this far below zero is rounding; anything further is no correlation matrix.
    private const double Tolerance = 1e-10;

    private readonly double[][] _factor;

    private Correlation(double[][] factor) => _factor = factor;

    /// <summary>The matrix's factor.</summary>
    /// <exception cref="LabException">It is no correlation matrix.</exception>
    public static Correlation Of(IReadOnlyList<IReadOnlyList<decimal>> matrix, int size)
    {
        if (matrix.Count != size || matrix.Any(row => row.Count != size))
            throw Refused($"it has {matrix.Count} rows; expected {size} rows of {size} figures");
        for (var row = 0; row < size; row++)
        {
            if (matrix[row][row] != 1) throw Refused($"{Name(row)} must correlate with themselves by 1");
            for (var column = 0; column < row; column++)
            {
                if (matrix[row][column] != matrix[column][row])
                    throw Refused($"{Name(column)} and {Name(row)} have two different correlations");
                if (Math.Abs(matrix[row][column]) > 1)
                    throw Refused($"that of {Name(column)} and {Name(row)} is not between −1 and 1");
            }
        }

        return new Correlation(Factor(matrix, size));
    }

    /// <summary>Makes independent standard normals correlated, in place.</summary>
    public void Mix(Span<double> normals)
    {
        for (var row = _factor.Length - 1; row >= 0; row--)
        {
            var sum = 0.0;
            for (var column = 0; column <= row; column++) sum += _factor[row][column] * normals[column];
            normals[row] = sum;
        }
    }

    private static double[][] Factor(IReadOnlyList<IReadOnlyList<decimal>> matrix, int size)
    {
        var factor = Enumerable.Range(0, size).Select(_ => new double[size]).ToArray();
        for (var column = 0; column < size; column++)
        {
            var pivot = (double)matrix[column][column];
            for (var k = 0; k < column; k++) pivot -= factor[column][k] * factor[column][k];
            if (pivot < -Tolerance) throw Refused("it is not positive semidefinite: no series can move like that "
                + "together");
            var diagonal = pivot > Tolerance ? Math.Sqrt(pivot) : 0;
            factor[column][column] = diagonal;
            for (var row = column + 1; row < size; row++)
            {
                var sum = (double)matrix[row][column];
                for (var k = 0; k < column; k++) sum -= factor[row][k] * factor[column][k];
                if (diagonal == 0 && Math.Abs(sum) > Math.Sqrt(Tolerance))
                    throw Refused("it is not positive semidefinite: no series can move like that together");
                factor[row][column] = diagonal == 0 ? 0 : sum / diagonal;
            }
        }

        return factor;
    }

    private static string Name(int series) =>
        series < LabMovements.Names.Count ? LabMovements.Names[series] : $"series {series + 1}";

    private static LabException Refused(string why) =>
        new(LabRefusal.NotACorrelationMatrix, $"These correlations are not a correlation matrix: {why}.");
}
