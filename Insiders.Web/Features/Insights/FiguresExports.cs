using Insiders.Core.Customers.Cohorts;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.ReturnedGoods;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments;
using Insiders.Core.Statistics.Revenue;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Insights;

/// <summary>The exports of returns, the tree of revenue and cohorts, narrowed as the page is.</summary>
public static class FiguresExports
{
    /// <summary>Returns by segment.</summary>
    public static Task<ExportTable?> ReturnsSegmentsAsync(ExportRequest request, CancellationToken cancellationToken) => ReturnsAsync(
        request, view => ExportTable.Of<(RunSegment? Segment, ReturnFigures Figures)>(() => Texts.ReturnsBySegment, view.Summary?.Segments ?? [], [.. ReturnsColumns.Segments(view).Select(field => field.Export)]), cancellationToken);

    /// <summary>Returns by product.</summary>
    public static Task<ExportTable?> ReturnsProductsAsync(ExportRequest request, CancellationToken cancellationToken) => ReturnsAsync(
        request, view => ExportTable.Of<ReturnedProduct>(() => Texts.ReturnsProducts, view.Products?.Goods ?? [], [.. ReturnsColumns.Products().Select(field => field.Export)]), cancellationToken);

    /// <summary>Returns by customer.</summary>
    public static Task<ExportTable?> ReturnsCustomersAsync(ExportRequest request, CancellationToken cancellationToken) => ReturnsAsync(
        request, view => ExportTable.Of<CustomerReturns>(() => Texts.ReturnsCustomers, view.Summary?.Customers ?? [], [.. ReturnsColumns.Customers(view).Select(field => field.Export)]), cancellationToken);

    /// <summary>The factors of revenue.</summary>
    public static Task<ExportTable?> FactorsAsync(ExportRequest request, CancellationToken cancellationToken) => TreeAsync(
        request, (_, tree) => ExportTable.Of<TreeFactor>(
            () => Texts.TreeFactorsTitle,
            tree is null ? [] : TreeText.FactorsOf(tree.Change),
            new(Texts.TreeFactor, ValueKind.Text, factor => factor.HeadingInFile),
            new(Texts.TreeBefore, ValueKind.Number, factor => factor.Before),
            new(Texts.TreeNow, ValueKind.Number, factor => factor.After),
            new(Texts.TreeContribution, ValueKind.Money, factor => factor.Contribution)), cancellationToken);

    /// <summary>New, lost, up and down.</summary>
    public static Task<ExportTable?> GroupsAsync(ExportRequest request, CancellationToken cancellationToken) => TreeAsync(
        request, (_, tree) => ExportTable.Of<(ChangeGroup Group, RevenueGroup Figures)>(
            () => Texts.TreeGroupsTitle,
            tree is null ? [] : TreeText.GroupsOf(tree.Groups),
            new(Texts.TreeGroup, ValueKind.Text, line => TreeText.NameOf(line.Group)),
            new(Texts.KpiCustomers, ValueKind.Whole, line => line.Figures.Customers),
            new(Texts.TreeBefore, ValueKind.Money, line => line.Figures.Before),
            new(Texts.TreeNow, ValueKind.Money, line => line.Figures.After),
            new(Texts.TreeChange, ValueKind.Money, line => line.Figures.Change)), cancellationToken);

    /// <summary>Everybody whose revenue moved.</summary>
    public static Task<ExportTable?> ChangesAsync(ExportRequest request, CancellationToken cancellationToken) => TreeAsync(
        request, (view, tree) => ExportTable.Of<CustomerChange>(
            () => Texts.TreeCustomersTitle,
            tree?.Customers ?? [],
            new(Texts.CustomersCustomer, ValueKind.Text, change => view.Scope.Customers.Ids[change.Row]),
            new(Texts.TreeGroup, ValueKind.Text, change => TreeText.NameOf(change.Group!.Value)),
            new(Texts.TreeBefore, ValueKind.Money, change => change.Before),
            new(Texts.TreeNow, ValueKind.Money, change => change.Now),
            new(Texts.TreeChange, ValueKind.Money, change => change.Difference)), cancellationToken);

    /// <summary>The grid of cohorts, with the figures that the page shows.</summary>
    public static async Task<ExportTable?> CohortsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await request.Get<FiguresLoader>().FindCohortsAsync(request.Address, cancellationToken) is not { } view)
        {
            return null;
        }

        var (kind, isMoney) = (view.Query.IsMoney ? ValueKind.Money : ValueKind.Share, view.Query.IsMoney);
        var table = ExportTable.Of<Cohort>(
            () => isMoney ? Texts.CohortsRevenueTitle : Texts.CohortsKeptTitle,
            view.Grid?.Cohorts ?? [],
            [
                new(Texts.CohortsFirst, ValueKind.Day, cohort => cohort.Month),
                new(Texts.KpiCustomers, ValueKind.Whole, cohort => cohort.Customers),
                .. Enumerable.Range(0, view.Grid?.Months ?? 0).Select(since => new ExportField<Cohort>(Format.Whole(since), kind, cohort => CohortsText.ValueOf(cohort, since, isMoney))),
            ]);
        return Narrowed(table, view.Scope);
    }

    private static async Task<ExportTable?> ReturnsAsync(ExportRequest request, Func<ReturnsViewModel, ExportTable> table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<FiguresLoader>().FindReturnsAsync(request.Address, cancellationToken) is { } view ? Narrowed(table(view), view.Scope) : null;
    }

    private static async Task<ExportTable?> TreeAsync(ExportRequest request, Func<TreeViewModel, PeriodTree?, ExportTable> table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<FiguresLoader>().FindTreeAsync(request.Address, cancellationToken) is { } view ? Narrowed(table(view, view.Tree), view.Scope) : null;
    }

    private static ExportTable Narrowed(ExportTable table, InsightsScope scope)
        => table with { Conditions = () => FilterText.Of(scope.Filter, scope.Customers).Select(condition => condition.Text) };
}
