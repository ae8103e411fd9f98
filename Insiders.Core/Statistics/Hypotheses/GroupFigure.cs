using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>A mean, or a rate of two sums, of one group, that can be drawn again.</summary>
/// <remarks>The variance of a rate R = Σy ÷ Σx is that of the mean of (y − R·x) ÷ x̄ (Cochran 1977, equation 2.45).</remarks>
internal sealed class GroupFigure
{
    private const double Negligible = 1e-12;

    private readonly double[] _values;
    private readonly double[]? _bases;

    public GroupFigure(ReadOnlySpan<double> values, ReadOnlySpan<double> bases, string name)
    {
        ThrowIfNotFinite(values, name);
        ThrowIfNotFinite(bases, name);
        _values = values.ToArray();
        _bases = bases.IsEmpty ? null : bases.ToArray();
        if (_bases is not null && _bases.Length != _values.Length)
        {
            throw new ArgumentException($"{_values.Length} numerators do not fit {_bases.Length} denominators.", name);
        }

        if (_bases is null && _values.Length > 0)
        {
            // Values near their mean keep the digits that squares of large means lose.
            Centre = _values.Average();
            foreach (ref var value in _values.AsSpan())
            {
                value -= Centre;
            }
        }

        var sums = default(Sums);
        for (var i = 0; i < _values.Length; i++)
        {
            Add(ref sums, i);
        }

        (Figure, Variance) = Of(sums, 0);
    }

    /// <summary>Customers.</summary>
    public int Count => _values.Length;

    /// <summary>The mean or rate; NaN when the denominators sum to 0 or there is nobody.</summary>
    public double Figure { get; }

    /// <summary>Its variance.</summary>
    public double Variance { get; }

    private double Centre { get; }

    /// <summary>Draws as many customers as there are, with replacement.</summary>
    public (double Figure, double Variance) Again(ref Rng rng)
    {
        var sums = default(Sums);
        var (values, count) = (_values, _values.Length);
        if (_bases is null)
        {
            for (var i = 0; i < count; i++)
            {
                var value = values[rng.NextInt(count)];
                sums.Y += value;
                sums.Yy += value * value;
            }
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                Add(ref sums, rng.NextInt(count));
            }
        }

        return Of(sums, Variance * Negligible);
    }

    private static void ThrowIfNotFinite(ReadOnlySpan<double> values, string name)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"Every value must be finite, and one is {value}.", name);
            }
        }
    }

    private void Add(ref Sums sums, int i)
    {
        var (y, x) = (_values[i], _bases is null ? 1 : _bases[i]);
        sums.Y += y;
        sums.X += x;
        sums.Yy += y * y;
        sums.Xy += x * y;
        sums.Xx += x * x;
    }

    // A draw of equal values has no spread; what rounding leaves of it is none.
    private (double Figure, double Variance) Of(Sums sums, double negligible)
    {
        double n = _values.Length;
        if (_bases is null)
        {
            return (Centre + (sums.Y / n), Clear((sums.Yy - (sums.Y * sums.Y / n)) / (n - 1) / n, negligible));
        }

        var rate = sums.Y / sums.X;
        return (rate, Clear((sums.Yy - (2 * rate * sums.Xy) + (rate * rate * sums.Xx)) / (n - 1) * n / (sums.X * sums.X), negligible));
    }

    private static double Clear(double variance, double negligible) => variance <= negligible ? 0 : variance;

    private struct Sums
    {
        public double Y;
        public double X;
        public double Yy;
        public double Xy;
        public double Xx;
    }
}
