using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Forecasts;

/// <summary>Means and variances of forms whose season multiplies (Hyndman and others 2008, section 6.5): the first two moments of level × season, step by step.</summary>
/// <remarks>
/// The state is the product of (level, trend) with each season, a matrix M; V is the covariance of its entries. An error moves the first by F₁ + e·G₁ and
/// the second by F₂ + e·G₂. O((2·period)³) time per period.
/// </remarks>
internal static class ProductForecast
{
    public static ImmutableArray<ForecastPoint> Of(SmoothingModel model, int periods)
    {
        var (period, variance) = (model.Period, model.Variance);
        var trend = model.Form.Trend != TrendKind.None;
        var (f1, g1) = (new Matrix(trend ? 2 : 1, trend ? 2 : 1), new Matrix(trend ? 2 : 1, trend ? 2 : 1));
        (f1[0, 0], g1[0, 0]) = (1, model.Parameters.Alpha);
        if (trend)
        {
            (f1[0, 1], f1[1, 1]) = (model.Parameters.Phi, model.Parameters.Phi);
            (g1[0, 1], g1[1, 0], g1[1, 1]) = (model.Parameters.Phi * model.Parameters.Alpha, model.Parameters.Beta, model.Parameters.Phi * model.Parameters.Beta);
        }

        // The season of the next period stands first, and goes to the end once it was used.
        var (f2, g2) = (new Matrix(period, period), new Matrix(period, period));
        for (var s = 0; s < period; s++)
        {
            f2[s, (s + 1) % period] = 1;
        }

        g2[period - 1, 0] = model.Parameters.Gamma;
        var (f, g, k) = (Product(f2, f1), Product(g2, g1), Sum(Product(g2, f1), 1, Product(f2, g1), 1));
        var size = f.Rows;
        var (mean, covariance) = (new Matrix(size, 1), new Matrix(size, size));
        for (var s = 0; s < period; s++)
        {
            mean[s * f1.Rows, 0] = model.NextSeasons[s] * model.Level;
            if (trend)
            {
                mean[(s * 2) + 1, 0] = model.NextSeasons[s] * model.Slope;
            }
        }

        // The next value is (level + φ · trend) × season.
        var look = new Matrix(1, size);
        look[0, 0] = 1;
        if (trend)
        {
            look[0, 1] = model.Parameters.Phi;
        }

        var points = ImmutableArray.CreateBuilder<ForecastPoint>(periods);
        for (var h = 0; h < periods; h++)
        {
            var expected = Times(look, mean)[0, 0];
            var spread = Times(Times(look, covariance), Turned(look))[0, 0];
            points.Add(ForecastPoint.Of(expected, ((1 + variance) * spread) + (variance * expected * expected)));

            // Errors have mean 0, variance σ² and, being normal, fourth moment 3σ⁴.
            var square = Sum(covariance, 1, Times(mean, Turned(mean)), 1);
            var cross = Around(f, covariance, g);
            var fourth = Sum(covariance, 3, Times(mean, Turned(mean)), 2);
            var next = Sum(Around(f, covariance, f), 1, Sum(Sum(cross, 1, Turned(cross), 1), 1, Around(k, square, k), 1), variance);
            covariance = Sum(next, 1, Around(g, fourth, g), variance * variance);
            mean = Sum(Times(f, mean), 1, Times(g, mean), variance);
        }

        return points.MoveToImmutable();
    }

    private static Matrix Around(Matrix left, Matrix middle, Matrix right) => Times(Times(left, middle), Turned(right));

    private static Matrix Product(Matrix outer, Matrix inner)
    {
        var product = new Matrix(outer.Rows * inner.Rows, outer.Columns * inner.Columns);
        for (var i = 0; i < product.Rows; i++)
        {
            for (var j = 0; j < product.Columns; j++)
            {
                product[i, j] = outer[i / inner.Rows, j / inner.Columns] * inner[i % inner.Rows, j % inner.Columns];
            }
        }

        return product;
    }

    private static Matrix Times(Matrix a, Matrix b)
    {
        var product = new Matrix(a.Rows, b.Columns);
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j < a.Columns; j++)
            {
                RowOperations.AddScaled(product.Row(i), b.Row(j), a[i, j]);
            }
        }

        return product;
    }

    private static Matrix Turned(Matrix a)
    {
        var turned = new Matrix(a.Columns, a.Rows);
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j < a.Columns; j++)
            {
                turned[j, i] = a[i, j];
            }
        }

        return turned;
    }

    private static Matrix Sum(Matrix a, double factor, Matrix b, double other)
    {
        var sum = new Matrix(a.Rows, a.Columns);
        for (var i = 0; i < a.Rows; i++)
        {
            RowOperations.AddScaled(sum.Row(i), a.Row(i), factor);
            RowOperations.AddScaled(sum.Row(i), b.Row(i), other);
        }

        return sum;
    }
}
