using Insiders.Core.Numerics;

namespace Insiders.Tests.HandWorked;

public sealed class SpecialFunctionsByHandTests
{
    private const double Euler = 0.57721566490153286;

    [Fact]
    public void The_logarithm_of_a_factorial_and_of_the_root_of_pi()
    {
        Assert.Equal(Math.Log(362_880), GammaFunction.Log(10), 1e-13); // 9!
        Assert.Equal(0.5 * Math.Log(Math.PI), GammaFunction.Log(0.5), 1e-14);
        Assert.Equal(0, GammaFunction.Log(1), 1e-14);
        Assert.Equal(359.1342053695754, GammaFunction.Log(100), 1e-12); // 99!, digits by hand
        Assert.Equal(1, (GammaFunction.Log(1e8 + 1) - GammaFunction.Log(1e8)) / Math.Log(1e8), 1e-6);
        Assert.True(double.IsNaN(GammaFunction.Log(0)));
    }

    [Fact]
    public void The_slope_of_the_logarithm_of_gamma()
    {
        Assert.Equal(-Euler, GammaFunction.Digamma(1), 1e-14);
        Assert.Equal(-Euler - (2 * Math.Log(2)), GammaFunction.Digamma(0.5), 1e-14);
        Assert.Equal(1.5 - Euler, GammaFunction.Digamma(3), 1e-14); // 1 + 1/2 − γ
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0)]
    [InlineData(30.0)]
    public void Waiting_for_one_event_is_exponential_and_for_two_as_added_by_hand(double x)
    {
        Assert.Equal(1 - Math.Exp(-x), GammaFunction.Below(1, x), 1e-14);
        Assert.Equal(Math.Exp(-x) * (1 + x), GammaFunction.Above(2, x), 1e-14 * Math.Max(1e-10, Math.Exp(-x) * (1 + x)) * 1e2);
        Assert.Equal(1, GammaFunction.Below(2, x) + GammaFunction.Above(2, x), 1e-14);
    }

    [Fact]
    public void Two_or_more_of_four_coins_of_two_fifths()
    {
        // 1 − 0.6⁴ − 4 · 0.4 · 0.6³
        Assert.Equal(0.5248, BetaFunction.Below(0.4, 2, 3), 1e-14);
        Assert.Equal(1 - 0.5248, BetaFunction.Below(0.6, 3, 2), 1e-14);
        Assert.Equal(Math.Pow(0.9, 700), BetaFunction.Below(0.9, 700, 1), 1e-12 * Math.Pow(0.9, 700)); // 9e−33: no tail is lost
        Assert.Equal(-Math.Log(12), BetaFunction.Log(2, 3), 1e-14); // 1!·2! ÷ 4!
    }

    [Fact]
    public void Quantiles_of_the_normal_distribution_lead_back_to_their_shares()
    {
        Assert.Equal(1.959963984540054, NormalDistribution.Quantile(0.975), 1e-13);
        Assert.Equal(0, NormalDistribution.Quantile(0.5), 1e-15);
        Assert.All([1e-300, 1e-20, 0.001, 0.3, 0.7, 0.999], share => Assert.Equal(1, NormalDistribution.Below(NormalDistribution.Quantile(share)) / share, 1e-11));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(double.NaN));
    }

    // One degree of freedom: share = 1/2 + arctan(t)/π. Two: t ÷ √(2 + t²), halved, above one half.
    [Fact]
    public void Students_distribution_of_one_and_two_degrees_of_freedom()
    {
        Assert.Equal(0.75, StudentDistribution.Below(1, 1), 1e-14);
        Assert.Equal(Math.Tan(Math.PI * 0.475), StudentDistribution.Quantile(0.975, 1), 1e-10);
        Assert.Equal(0.5 + (3 / (2 * Math.Sqrt(11))), StudentDistribution.Below(3, 2), 1e-14);
        Assert.Equal(-4.302652729749464, StudentDistribution.Quantile(0.025, 2), 1e-11);
        Assert.Equal(NormalDistribution.Quantile(0.9), StudentDistribution.Quantile(0.9, 1e9), 1e-8);
        Assert.Equal(0.5, StudentDistribution.Beyond(-1, 1), 1e-14);
    }

    [Fact]
    public void The_hypergeometric_function_where_it_is_a_logarithm_or_a_power()
    {
        Assert.Equal(Math.Log(-Math.Log(0.3) / 0.7), Hypergeometric.Log(1, 1, 2, 0.7), 1e-14);
        Assert.Equal(1_000 * Math.Log(10), Hypergeometric.Log(1_000, 3, 3, 0.9), 1e-9); // 10¹⁰⁰⁰ is no double
        Assert.Equal(0, Hypergeometric.Log(2, 3, 4, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.Log(1, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.Log(1, 1, 0, 0.5));
    }

    [Fact]
    public void Three_places_integrate_a_polynomial_of_degree_five_exactly()
    {
        var rule = new GaussLegendre(3);
        double Integral(int power) => Enumerable.Range(0, 3).Sum(i => rule.Weights[i] * Math.Pow(rule.Places[i], power));

        Assert.All(Enumerable.Range(0, 6), power => Assert.Equal(1.0 / (power + 1), Integral(power), 1e-15));
        Assert.NotEqual(1.0 / 7, Integral(6), 1e-5);
        Assert.Equal(1, new GaussLegendre(64).Weights.ToArray().Sum(), 1e-14);
    }

    [Fact]
    public void The_bottom_of_a_curved_valley_is_found()
    {
        var found = Bfgs.Minimise(Banana, [-1.2, 1], new BfgsOptions(), null, CancellationToken.None);

        Assert.True(found.Converged);
        Assert.Equal([1, 1], found.Point, (a, b) => Math.Abs(a - b) < 1e-7);

        // The second derivatives at (1, 1): 802, −400, 200; their inverse 1/2, 1, 2.005.
        Assert.Equal(0.5, found.InverseHessian[0, 0], 0.05);
    }

    [Fact]
    public void A_search_ends_where_no_step_is_allowed_and_says_so()
    {
        var found = Bfgs.Minimise((point, slopes) => { slopes[0] = 1; return point[0] < 0 ? double.NaN : point[0]; }, [0], new BfgsOptions(), null, CancellationToken.None);

        Assert.False(found.Converged);
        Assert.Equal(0, found.Point[0]);
        Assert.Throws<ArgumentException>(() => Bfgs.Minimise((_, _) => double.NaN, [0], new BfgsOptions(), null, CancellationToken.None));
    }

    [Fact]
    public void What_1_would_swallow_is_kept()
    {
        Assert.Equal(1e-20, NearZero.LogOfOnePlus(1e-20));
        Assert.Equal(1e-9 - 5e-19, NearZero.LogOfOnePlus(1e-9), 1e-24);
        Assert.Equal(-1e-20, NearZero.ExponentialLessOne(-1e-20));
        Assert.Equal(1e-9 + 5e-19, NearZero.ExponentialLessOne(1e-9), 1e-24);
        Assert.Equal((-1.0, double.PositiveInfinity), (NearZero.ExponentialLessOne(-1e3), NearZero.ExponentialLessOne(1e3)));
        Assert.Equal(Math.Log(3), NearZero.LogOfOnePlus(2), 1e-15);
    }

    private static double Banana(ReadOnlySpan<double> point, Span<double> slopes)
    {
        var (x, y) = (point[0], point[1]);
        slopes[0] = (-400 * x * (y - (x * x))) - (2 * (1 - x));
        slopes[1] = 200 * (y - (x * x));
        return (100 * (y - (x * x)) * (y - (x * x))) + ((1 - x) * (1 - x));
    }
}
