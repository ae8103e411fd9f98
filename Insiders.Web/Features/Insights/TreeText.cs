using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Statistics.Revenue;

namespace Insiders.Web.Features.Insights;

/// <summary>Wording of the tree of revenue.</summary>
public static class TreeText
{
    /// <summary>The four factors, in the order in which they are multiplied, with their values in both periods and what each changed.</summary>
    public static ImmutableArray<TreeFactor> FactorsOf(RevenueChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (before, after) = (change.Before, change.After);
        return
        [
            new(Texts.KpiCustomers, ValueKind.Whole, before.Customers, after.Customers, change.ByCustomers),
            new(Texts.TreeOrders, ValueKind.Number, before.OrdersPerCustomer, after.OrdersPerCustomer, change.ByOrders),
            new(Texts.TreeItems, ValueKind.Number, before.ItemsPerOrder, after.ItemsPerOrder, change.ByItems),
            new(Texts.TreePrice, ValueKind.Money, before.PricePerItem, after.PricePerItem, change.ByPrice),
        ];
    }

    /// <summary>The change, and the factor that weighs most in it.</summary>
    public static string SentenceOf(PeriodTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var (change, before, now) = (tree.Change, PeriodText.NameOf(tree.Comparison.Before!), PeriodText.NameOf(tree.Comparison.Now));
        if (change.Before.Revenue == 0 && change.After.Revenue == 0)
        {
            return Format.Fill(Texts.TreeNobody, now, before);
        }

        var moved = Format.Fill(Texts.TreeMoved, now, Format.Money(change.After.Revenue), before, Format.Money(change.Before.Revenue), PeriodText.Difference(change.Total));
        var most = FactorsOf(change).MaxBy(factor => Math.Abs(factor.Contribution))!;
        return most.Contribution == 0 ? moved : $"{moved} {Format.Fill(Texts.TreeMost, most.Name, most.Write(most.Before), most.Write(most.After), PeriodText.Difference(most.Contribution))}";
    }

    /// <summary>A group of the gain–loss table.</summary>
    public static string NameOf(ChangeGroup group) => group switch
    {
        ChangeGroup.Gained => Texts.TreeGained,
        ChangeGroup.Lost => Texts.TreeLost,
        ChangeGroup.Up => Texts.TreeUp,
        _ => Texts.TreeDown,
    };

    /// <summary>The groups with their figures, in order.</summary>
    public static ImmutableArray<(ChangeGroup Group, RevenueGroup Figures)> GroupsOf(GainAndLoss groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return [(ChangeGroup.Gained, groups.Gained), (ChangeGroup.Lost, groups.Lost), (ChangeGroup.Up, groups.Up), (ChangeGroup.Down, groups.Down)];
    }
}
