namespace Insiders.Core.Numerics;

/// <summary>Places and weights that integrate polynomials of degree 2n − 1 over 0 to 1 exactly.</summary>
public sealed class GaussLegendre
{
    private readonly double[] _places;
    private readonly double[] _weights;

    /// <summary>Works out the rule of so many places.</summary>
    /// <param name="count">At least 1.</param>
    /// <remarks>Newton's steps on the Legendre polynomial from Chebyshev's places (Abramowitz and Stegun 25.4.29); O(n²) time.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public GaussLegendre(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _places = new double[count];
        _weights = new double[count];
        for (var i = 0; i < count; i++)
        {
            var x = Math.Cos(Math.PI * (i + 0.75) / (count + 0.5));
            var (_, slope) = Legendre(count, x);
            for (var step = 0; step < 20; step++)
            {
                (var value, slope) = Legendre(count, x);
                x -= value / slope;
            }

            _places[count - 1 - i] = (1 + x) / 2;
            _weights[count - 1 - i] = 1 / ((1 - (x * x)) * slope * slope);
        }
    }

    /// <summary>Where the function is looked at, ascending, between 0 and 1.</summary>
    public ReadOnlySpan<double> Places => _places;

    /// <summary>What each place counts; they sum to 1.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    private static (double Value, double Slope) Legendre(int degree, double x)
    {
        var (before, value) = (0.0, 1.0);
        for (var k = 1; k <= degree; k++)
        {
            (before, value) = (value, ((((2 * k) - 1) * x * value) - ((k - 1) * before)) / k);
        }

        return (value, degree * ((x * value) - before) / ((x * x) - 1));
    }
}
