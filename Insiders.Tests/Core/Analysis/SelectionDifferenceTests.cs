using Insiders.Core.Analysis;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Analysis;

public sealed class SelectionDifferenceTests
{
    private static readonly CustomerBase s_base = FiveCustomers.Build();

    [Fact]
    public void A_difference_is_in_standard_deviations_of_the_base_and_the_largest_comes_first()
    {
        var differences = SelectionDifference.Of(s_base, [0, 1]);

        // Recency 2, 4 against 2, 4, 6, 8, 10: (3 − 6) ÷ √8. Revenue 40, 20 against 40, 20, 10, 10, 20: (30 − 20) ÷ √120.
        Assert.Equal(["recency_days", "gross_revenue"], differences.Select(difference => difference.Feature));
        Assert.Equal(-1.0606602, differences[0].Difference, 1e-6); // −0.948683 with the deviation of a sample
        Assert.Equal(0.9128709, differences[1].Difference, 1e-6);
        Assert.Equal((30, 20), (differences[1].Mean, differences[1].BaseMean));
    }

    [Fact]
    public void Everybody_differs_from_nobody_and_nobody_has_no_differences()
    {
        Assert.All(SelectionDifference.Of(s_base, s_base.Everybody), difference => Assert.Equal(0, difference.Difference, 1e-12));
        Assert.Empty(SelectionDifference.Of(s_base, []));
    }
}
