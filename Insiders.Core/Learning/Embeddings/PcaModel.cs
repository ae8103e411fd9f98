using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>The principal components of some rows.</summary>
/// <remarks>Safe for any number of threads; the matrices are the model's own and are not to be written to.</remarks>
public sealed class PcaModel : IEmbeddingModel
{
    private readonly double[] _means;

    internal PcaModel(double[] means, Matrix components, ImmutableArray<double> singularValues, ImmutableArray<double> ratios, Matrix points)
    {
        _means = means;
        Components = components;
        SingularValues = singularValues;
        ExplainedVarianceRatios = ratios;
        Embedding = Transform(points, CancellationToken.None);
    }

    /// <summary>Shape [components × dimensions]: unit vectors, the one along which rows differ most first, each with its largest element positive.</summary>
    public Matrix Components { get; }

    /// <summary>Root of the sum of squares of the rows along each component.</summary>
    public ImmutableArray<double> SingularValues { get; }

    /// <summary>Share of all variance along each component, 0 to 1, descending (scree).</summary>
    public ImmutableArray<double> ExplainedVarianceRatios { get; }

    /// <inheritdoc/>
    public Matrix Embedding { get; }

    /// <inheritdoc/>
    public Matrix Transform(Matrix points, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        points.ThrowIfNotFinite(nameof(points));
        if (points.Columns != _means.Length)
        {
            throw new ArgumentException($"Points have {points.Columns} dimensions where the components have {_means.Length}.", nameof(points));
        }

        var places = new Matrix(points.Rows, Components.Rows);
        var centred = new double[_means.Length];
        for (var i = 0; i < points.Rows; i++)
        {
            var row = points.Row(i);
            for (var d = 0; d < centred.Length; d++)
            {
                centred[d] = row[d] - _means[d];
            }

            for (var v = 0; v < places.Columns; v++)
            {
                places[i, v] = RowOperations.Dot(centred, Components.Row(v));
            }
        }

        return places;
    }
}
