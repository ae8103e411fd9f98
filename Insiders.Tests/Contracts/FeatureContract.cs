using Insiders.Core.Features;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Contracts;

/// <summary>What every entry of the feature catalogue must satisfy.</summary>
public sealed class FeatureContract
{
    public static TheoryData<string> AllFeatures => [.. FeatureCatalog.All.Select(feature => feature.Name)];

    [Theory, MemberData(nameof(AllFeatures))]
    public void A_feature_has_a_name_a_unit_a_sentence_and_a_formula(string name)
    {
        var feature = FeatureCatalog.Find(name);

        Assert.Matches("^[A-Za-z][A-Za-z0-9_]*$", feature.Name);
        Assert.True(Enum.IsDefined(feature.Unit));
        Assert.Matches(@"^[A-Z].*\.$", feature.Sentence);
        Assert.False(string.IsNullOrWhiteSpace(feature.Sql));
    }

    [Fact]
    public void No_name_and_no_sentence_is_used_twice()
    {
        Assert.Equal(FeatureCatalog.All.Length, FeatureCatalog.All.Select(feature => feature.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(FeatureCatalog.All.Length, FeatureCatalog.All.Select(feature => feature.Sentence).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_column_that_a_formula_may_use_is_described_in_the_methods_page()
    {
        var page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "methods", "features.md"));
        var columns = CustomerAggregate.Columns.Select(column => column.Column).Where(column => !column.StartsWith("weekday_", StringComparison.Ordinal) && !column.StartsWith("day_", StringComparison.Ordinal));

        Assert.All([.. columns, "weekday_1_amount", "day_31_amount", "products", "latitude", "longitude", "as_of", "span_days"], column => Assert.Contains($"`{column}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_is_not_in_the_catalogue_is_refused_with_those_that_are()
    {
        var error = Assert.Throws<ArgumentException>(() => FeatureCatalog.Find("recency"));

        Assert.Contains("recency_days", error.Message, StringComparison.Ordinal);
    }
}
