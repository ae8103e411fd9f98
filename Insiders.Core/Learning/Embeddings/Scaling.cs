using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Brings columns to one scale, so that none counts more for its unit. Learns nothing of the target.</summary>
/// <remarks>O(n·log n) time per column. A column that does not vary becomes 0.</remarks>
public sealed class Scaling(ScalingOptions options) : IEmbedding
{
    /// <inheritdoc/>
    public IEmbeddingModel Fit(Matrix points, ImmutableArray<double> target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        points.ThrowIfNotFinite(nameof(points));
        cancellationToken.ThrowIfCancellationRequested();
        var columns = Enumerable.Range(0, points.Columns).Select(c => Column.Of(points.Column(c), options.Method)).ToArray();
        var model = new Model(columns, Apply(columns, points));
        progress?.Report(1);
        return model;
    }

    private static Matrix Apply(Column[] columns, Matrix points)
    {
        points.ThrowIfNotFinite(nameof(points));
        if (points.Columns != columns.Length)
        {
            throw new ArgumentException($"Points have {points.Columns} columns where the scales have {columns.Length}.", nameof(points));
        }

        var scaled = new Matrix(points.Rows, points.Columns);
        for (var i = 0; i < points.Rows; i++)
        {
            var row = scaled.Row(i);
            for (var c = 0; c < row.Length; c++)
            {
                row[c] = columns[c].Scale(points[i, c]);
            }
        }

        return scaled;
    }

    private sealed record Model(Column[] Columns, Matrix Embedding) : IEmbeddingModel
    {
        public Matrix Transform(Matrix points, CancellationToken cancellationToken) => Apply(Columns, points);
    }

    /// <summary>(value − centre) ÷ width, of the logarithm where there is a unit.</summary>
    private sealed record Column(double Lowest, double? Unit, double Centre, double Width)
    {
        public static Column Of(double[] values, ScalingMethod method)
        {
            Array.Sort(values);
            var column = new Column(values[0], null, 0, 1);
            if (method == ScalingMethod.Log)
            {
                double[] above = [.. values.Where(value => value > values[0]).Select(value => value - values[0])];
                column = column with { Unit = above is [] ? 1 : Quantiles.Of(above, 0.5) };
                values = Array.ConvertAll(values, column.Logarithm);
            }

            var (centre, width) = method switch
            {
                ScalingMethod.MinMax => (values[0], values[^1] - values[0]),
                ScalingMethod.Robust => (Quantiles.Of(values, 0.5), Quantiles.Of(values, 0.75) - Quantiles.Of(values, 0.25)),
                _ => (values.Average(), Deviation(values)),
            };
            return column with { Centre = centre, Width = width > 0 ? width : 1 };
        }

        public double Scale(double value) => (Logarithm(value) - Centre) / Width;

        private double Logarithm(double value) => Unit is { } unit ? Math.Log(1 + (Math.Max(0, value - Lowest) / unit)) : value;

        private static double Deviation(double[] values)
        {
            var mean = values.Average();
            return values[0] == values[^1] ? 0 : Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        }
    }
}
