using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Features;
using Insiders.Core.Numerics;

namespace Insiders.Tests.HandWorked;

/// <summary>Which features a model learns from, on tables small enough to rank by hand.</summary>
public sealed class FeatureChoiceByHandTests
{
    [Fact]
    public void Equal_values_share_the_mean_of_their_ranks_and_orders_agree_by_spearman()
    {
        double[] ranks = Ranks.Of([30, 10, 20, 10]);

        Assert.Equal([3, 0.5, 2, 0.5], ranks);
        Assert.Equal(1, Ranks.Correlation(ranks, Ranks.Of([9, 1, 4, 1])), 1e-12); // squares keep the order
        Assert.Equal(-1, Ranks.Correlation(ranks, Ranks.Of([1, 9, 4, 9])), 1e-12);
        Assert.Equal(0.8, Ranks.Correlation(Ranks.Of([1, 2, 3, 4]), Ranks.Of([1, 2, 4, 3])), 1e-12); // 1 - 6 * 2 / (4 * 15)
        Assert.Equal(0, Ranks.Correlation(Ranks.Of([5, 5, 5]), Ranks.Of([1, 2, 3])));
        Assert.Throws<ArgumentException>(() => Ranks.Correlation([0, 1], [0]));
    }

    [Fact]
    public void What_is_the_same_for_all_but_a_few_or_repeats_another_is_left_out_by_the_recipe_s_order()
    {
        // Twenty customers: invoices differ for one of them (19 of 20 alike), items are ten times the revenue, recency runs the other way but for one swap.
        double[] revenue = [.. Enumerable.Range(1, 20)];
        var recency = revenue.Select(value => 21 - value).ToArray();
        (recency[3], recency[12]) = (recency[12], recency[3]);
        var table = Table(
            ("gross_revenue", revenue), ("recency_days", recency), ("qtty_invoices", [.. Enumerable.Repeat(1.0, 19), 2]),
            ("qtty_items", [.. revenue.Select(value => 10 * value)]), ("return_rate", [.. Enumerable.Repeat(0.0, 18), 0.5, 0.25]));

        var choice = FeatureChoice.ByRule(table, ["gross_revenue", "recency_days", "qtty_invoices", "qtty_items", "return_rate", "Friday"], []);

        // Ranks of recency: 1 - 6 * 2 * 81 / (20 * 399) = 0.878, the other way round: below 0.9.
        Assert.Equal(["gross_revenue", "recency_days", "return_rate"], choice.Used.AsEnumerable());
        Assert.Equal(
            [new("qtty_invoices", OmissionReason.Alike), new("qtty_items", OmissionReason.Repeats, "gross_revenue"), new("Friday", OmissionReason.Missing)],
            choice.Omitted.AsEnumerable());
        Assert.Equal(["qtty_items"], FeatureChoice.ByRule(table, ["qtty_items", "gross_revenue"], []).Used.AsEnumerable());
    }

    [Fact]
    public void Where_nothing_tells_enough_apart_what_varies_at_all_is_taken_and_where_nothing_does_the_first()
    {
        var rare = Table(("gross_revenue", [.. Enumerable.Repeat(1.0, 39), 2]), ("recency_days", [.. Enumerable.Repeat(1.0, 40)]));
        var alike = Table(("gross_revenue", [1, 1]), ("recency_days", [3, 3]));

        Assert.Equal(["gross_revenue"], FeatureChoice.ByRule(rare, ["recency_days", "gross_revenue"], []).Used.AsEnumerable());
        Assert.Equal(["recency_days"], FeatureChoice.ByRule(alike, ["recency_days", "gross_revenue"], []).Used.AsEnumerable());
        Assert.True(ModelTable.Build(alike, FeatureChoice.ByRule(alike, ["recency_days", "gross_revenue"], [])).IsUniform);
    }

    [Fact]
    public void A_recipe_that_does_not_choose_leaves_out_what_the_ledger_does_not_have_alone()
    {
        var choice = FeatureChoice.All(Table(("gross_revenue", [1, 1])), ["gross_revenue", "Friday"], []);

        Assert.Equal(["gross_revenue"], choice.Used.AsEnumerable());
        Assert.Equal([new OmittedFeature("Friday", OmissionReason.Missing)], choice.Omitted.AsEnumerable());
    }

    private static FeatureTable Table(params (string Name, double[] Values)[] columns)
    {
        var rows = columns[0].Values.Length;
        var values = new Matrix(rows, columns.Length);
        for (var c = 0; c < columns.Length; c++)
        {
            for (var r = 0; r < rows; r++)
            {
                values[r, c] = columns[c].Values[r];
            }
        }

        ImmutableArray<string> ids = [.. Enumerable.Range(0, rows).Select(row => row.ToString("00", CultureInfo.InvariantCulture))];
        return new FeatureTable(ids, [.. ids.Select(_ => "Brazil")], [.. columns.Select(column => FeatureCatalog.Find(column.Name))], values);
    }
}
