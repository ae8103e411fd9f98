using System.Collections.Immutable;
using Insiders.Core.Features;
using Insiders.Core.Numerics;

namespace Insiders.Tests.HandWorked;

public sealed class ModelTableByHandTests
{
    private static readonly ImmutableArray<FeatureDefinition> s_definitions =
        [.. "gross_revenue Monday recency_days qtty_items".Split(' ').Select(FeatureCatalog.Find)];

    [Fact]
    public void Scaled_features_and_revenue_lie_between_0_and_1_and_shares_stay()
    {
        var model = ModelTable.Build(Table(), ["Monday", "recency_days", "qtty_items"]);

        Assert.Equal(["Monday", "recency_days", "qtty_items"], model.Features.AsEnumerable());
        Assert.Equal([0.25, 0.5, 0.25], model.Values.Column(0)); // 0, 1, 0 if a share were scaled
        Assert.Equal([0, 1, 0.5], model.Values.Column(1));
        Assert.Equal([0, 0, 0], model.Values.Column(2)); // does not vary: NaN by 0 ÷ 0
        Assert.Equal([1, 0, 0.25], model.Target.AsEnumerable());
        Assert.Empty(model.Omitted);
    }

    [Fact]
    public void A_day_that_no_customer_has_is_left_out_and_told()
    {
        var model = ModelTable.Build(Table(), ["Friday", "recency_days"]);

        Assert.Equal(["recency_days"], model.Features.AsEnumerable());
        Assert.Equal([new OmittedFeature("Friday", OmissionReason.Missing)], model.Omitted.AsEnumerable());
        Assert.Equal(1, model.Values.Columns);
    }

    [Fact]
    public void A_name_in_no_catalogue_and_a_table_with_none_of_the_features_are_refused()
    {
        Assert.Contains("'recency'", Assert.Throws<ArgumentException>(() => ModelTable.Build(Table(), ["recency"])).Message, StringComparison.Ordinal);
        Assert.Contains("Nothing is left", Assert.Throws<ArgumentException>(() => ModelTable.Build(Table(), ["Friday"])).Message, StringComparison.Ordinal);
    }

    private static FeatureTable Table()
        => new(["a", "b", "c"], ["Spain", "Spain", "Spain"], s_definitions, Matrix.FromRows([[500, 0.25, 3, 8], [100, 0.5, 13, 8], [200, 0.25, 8, 8]]));
}
