using Insiders.Core.Statistics.Experiments;
using Insiders.Core.Statistics.Hypotheses;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Reference;

public sealed class ExperimentReferenceTests
{
    // 20 % against 22 %, significance 0.05, power 0.8: each formula has its own answer, and counting the far tail moves the first by 0.02.
    [Theory]
    [InlineData(ShareFormula.Arcsine, 6507.33)]
    [InlineData(ShareFormula.Pooled, 6509.47)]
    [InlineData(ShareFormula.Unpooled, 6506.72)]
    public void The_published_sample_size_of_each_formula(ShareFormula formula, double perArm)
    {
        var sizes = ShareSizing.Sizes(0.2, 0.22, formula, new SizingOptions());

        Assert.Equal(perArm, sizes.Withheld, 5e-3);
        Assert.Equal(perArm, sizes.Treated, 5e-3);
    }

    [Fact]
    public void The_arcsine_size_has_all_digits_of_the_reference()
        => Assert.Equal(
            ReferenceAnswers.Read("statistics").GetProperty("ab_sample_size").GetProperty("per_arm").GetDouble(),
            ShareSizing.Sizes(0.2, 0.22, ShareFormula.Arcsine, new SizingOptions()).Withheld, 1e-6);

    [Fact]
    public void The_published_comparison_of_two_groups()
    {
        var (first, second) = (SampleMoments.OfSums(3407, 1396.87, 52377.9767), SampleMoments.OfSums(3461, 2422.7, 134698.29));

        var absolute = WelchTest.Difference(first, second, 0.95)!;
        var relative = WelchTest.RelativeDifference(first, second, 0.95)!;

        Assert.Equal((0.29, 0.04538, 0.53462), (Math.Round(absolute.Estimate, 3), Math.Round(absolute.Low, 5), Math.Round(absolute.High, 5)));
        Assert.Equal(0.02016, absolute.P, 5e-6);
        Assert.Equal((0.70732, -0.03526, 1.44989), (Math.Round(relative.Estimate, 5), Math.Round(relative.Low, 5), Math.Round(relative.High, 5)));
        Assert.Equal(0.06191, relative.P, 5e-6);
    }

    [Fact]
    public void The_published_sample_ratios()
    {
        Assert.Equal(0.00148188, SampleRatio.P([50_000, 49_000], [1, 1]), 5e-9);
        Assert.Equal(1.8218e-06, SampleRatio.P([821_588, 815_482], [1, 1]), 5e-11);
    }

    // Revenue of customers who bought in the last 30 days against the others, as scipy compares them.
    [RealFileFact]
    public void Welch_on_the_real_features()
    {
        var features = RetailReference.Features;
        var (revenue, recency) = (features.Values.Column(Column("gross_revenue")), features.Values.Column(Column("recency_days")));
        double[] Of(Func<double, bool> which) => [.. revenue.Where((_, i) => which(recency[i]))];
        var reference = ReferenceAnswers.Numbers(ReferenceAnswers.Read("statistics").GetProperty("welch_t"));

        var result = WelchTest.Difference(SampleMoments.Of(Of(days => days > 30)), SampleMoments.Of(Of(days => days <= 30)), 0.95)!;

        Assert.Equal(reference[1], result.P, reference[1] * 1e-6);
    }

    // Sums of the reference's revenue have last bits of their own, which part ties.
    [RealFileFact]
    public void Rank_correlation_on_the_real_features()
    {
        var features = RetailReference.Features;

        var found = RankCorrelation.Of(features.Values.Column(Column("gross_revenue")), features.Values.Column(Column("qtty_items")), 0.95)!;

        Assert.Equal(ReferenceAnswers.Numbers(ReferenceAnswers.Read("statistics").GetProperty("spearman_revenue_items"))[0], found.Estimate, 1e-6);
        Assert.InRange(found.Estimate, found.Low, found.High);
    }

    private static int Column(string name) => RetailReference.Features.Definitions.Index().Single(definition => definition.Item.Name == name).Index;
}
