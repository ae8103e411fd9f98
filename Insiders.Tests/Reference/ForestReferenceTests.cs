using System.Collections.Immutable;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Numerics;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Reference;

public sealed class ForestReferenceTests
{
    [RealFileFact]
    public void Trees_on_the_retail_features_are_like_the_reference_s()
    {
        var reference = ReferenceAnswers.Read("forests").GetProperty("random_forest");
        double Expected(string name) => reference.GetProperty(name).GetDouble();
        var (x, target, names) = Retail();
        var forest = RandomForest.Fit(x, target, new ForestOptions { Threads = 2 }, null, CancellationToken.None);

        // A bootstrap sample holds 63.2 % of 4,312 customers: 2,725. Without bootstrap there would be about 4,300 leaves.
        var leaves = forest.Trees.Average(tree => tree.LeafCount);
        var depth = forest.Trees.Average(tree => tree.Depth);
        Assert.Equal(Expected("mean_leaves"), leaves, 5.0);
        Assert.Equal(Expected("mean_depth"), depth, 1.0); // splits at random (extra trees): 38.97
        Assert.Equal(Expected("oob_r2"), forest.OutOfBagR2!.Value, 0.03); // on the rows a tree has seen: 0.963
        var order = forest.Importances.Select((value, f) => (Name: names[f], Value: value)).OrderByDescending(entry => entry.Value).ToImmutableArray();
        Assert.Equal("qtty_items", order[0].Name);
        Assert.Equal(reference.GetProperty("top_importances").GetProperty("qtty_items").GetDouble(), order[0].Value, 0.03); // extra trees: 0.738
        Assert.True(order[1].Value < 0.02, $"{order[1].Name} has {order[1].Value:0.000} where the reference's second has 0.011.");
        Assert.Equal(1, forest.Importances.Sum(), 1e-12);
    }

    [RealFileFact]
    public void Extra_trees_on_the_retail_features_are_like_the_reference_s()
    {
        var reference = ReferenceAnswers.Read("forests").GetProperty("extra_trees");
        double Expected(string name) => reference.GetProperty(name).GetDouble();
        var (x, target, names) = Retail();

        var forest = ExtraTrees.Fit(x, target, new ExtraTreesOptions { Bootstrap = true, Threads = 2 }, null, CancellationToken.None);

        Assert.Equal(Expected("mean_leaves"), forest.Trees.Average(tree => tree.LeafCount), 5.0);
        Assert.Equal(Expected("mean_depth"), forest.Trees.Average(tree => tree.Depth), 2.0); // splits that are searched for (random forest): 28.9
        Assert.Equal(Expected("oob_r2"), forest.OutOfBagR2!.Value, 0.02);
        Assert.Equal(reference.GetProperty("top_importances").GetProperty("qtty_items").GetDouble(), forest.Importances[Array.IndexOf(names, "qtty_items")], 0.03); // random forest: 0.853
    }

    private static (Matrix X, double[] Target, string[] Names) Retail()
    {
        var table = RetailReference.Features;
        string[] names = [.. table.Definitions.Select(definition => definition.Name).Where(name => name != "gross_revenue")];
        var x = new Matrix(table.Customers, names.Length);
        for (var f = 0; f < names.Length; f++)
        {
            var column = table.Column(names[f]);
            for (var i = 0; i < column.Length; i++)
            {
                x[i, f] = column[i];
            }
        }

        var revenue = table.Column("gross_revenue");
        var largest = revenue.Max();
        return (x, [.. revenue.Select(value => value / largest)], names);
    }
}
