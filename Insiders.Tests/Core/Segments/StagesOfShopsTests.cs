using Insiders.Core.Segments.Stages;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Segments;

/// <summary>Stages in shops of which everybody knows what they should be.</summary>
public sealed class StagesOfShopsTests
{
    [Fact]
    public void Where_everybody_comes_monthly_almost_all_are_active()
    {
        var (_, stages) = Of("everybody monthly");

        Assert.True(Share(stages.Stages, stage => stage == CustomerStage.Active) >= 0.95);
    }

    [Fact]
    public void Of_those_who_stopped_three_periods_ago_almost_all_are_slipping_or_later()
    {
        var (customers, stages) = Of("half of them stopped three periods ago");
        var stopped = customers.Index().Where(customer => InventedShops.Stopped(customer.Item)).Select(customer => stages.Stages[customer.Index]).ToList();
        var others = customers.Index().Where(customer => !InventedShops.Stopped(customer.Item)).Select(customer => stages.Stages[customer.Index]).ToList();

        Assert.True(Share(stopped, stage => stage >= CustomerStage.Slipping) >= 0.95);
        Assert.True(Share(others, stage => stage == CustomerStage.Active) >= 0.95);
    }

    [Fact]
    public void In_a_shop_of_one_month_nobody_is_lost()
        => Assert.DoesNotContain(CustomerStage.Lost, Of("all in December").Stages.Stages);

    [Fact]
    public void Whoever_bought_once_is_active_no_longer_than_the_shop_s_middle_gap()
    {
        var (customers, stages) = Of("mostly one purchase each");
        var rows = InventedShops.All["mostly one purchase each"];
        var gaps = rows.GroupBy(row => row.Customer).Select(own => own.Select(row => row.SoldAt).Distinct().Order().ToList())
            .SelectMany(days => days.Zip(days.Skip(1), (day, next) => (next - day).TotalDays)).Order().ToList();
        var middle = (gaps[(gaps.Count - 1) / 2] + gaps[gaps.Count / 2]) / 2;
        var once = rows.GroupBy(row => row.Customer).Where(own => own.DistinctBy(row => row.SoldAt).Count() == 1).Select(own => own.Key!).ToHashSet();

        Assert.Equal(middle, stages.Limits.MedianGapDays!.Value, 1e-9);
        Assert.All(customers.Index().Where(customer => once.Contains(customer.Item) && stages.Stages[customer.Index] == CustomerStage.Active),
            customer => Assert.True(stages.Read(customer.Index).SilentDays <= middle));
        Assert.Contains(customers.Index(), customer => once.Contains(customer.Item) && stages.Stages[customer.Index] == CustomerStage.Slipping);
    }

    [Fact]
    public void Where_nobody_came_twice_a_quarter_of_the_span_takes_the_middle_gap_s_place()
    {
        var (_, stages) = Of("one purchase each");

        Assert.Null(stages.Limits.MedianGapDays);
        Assert.All(Enumerable.Range(0, stages.Stages.Length).Where(row => stages.Stages[row] == CustomerStage.Active), row => Assert.True(stages.Read(row).SilentDays <= 365 / 4.0));
        Assert.Equal(5, stages.Stages.Distinct().Count());
    }

    private static (List<string> Customers, CustomerStages Stages) Of(string shop)
    {
        var rows = InventedShops.All[shop];
        List<string> customers = [.. rows.Select(row => row.Customer!).Distinct().Order(StringComparer.Ordinal)];
        var days = rows.Select(row => (customers.IndexOf(row.Customer!), DateOnly.FromDateTime(row.SoldAt))).Distinct();
        return (customers, CustomerStages.Of(new PurchaseDays(customers.Count, days), DateOnly.FromDateTime(rows.Min(row => row.SoldAt)), InventedShops.AsOf, StageSettings.FromLedger));
    }

    private static double Share(IReadOnlyCollection<CustomerStage> stages, Func<CustomerStage, bool> has) => (double)stages.Count(has) / stages.Count;
}
