using System.Collections.Immutable;
using Insiders.Core.Segments;
using Insiders.Core.Storage;
using Insiders.Web.Worker;

namespace Insiders.Web.Features.Overview;

/// <summary>Asks the store for what the overview shows.</summary>
public sealed class OverviewQuery(RunStore store)
{
    /// <summary>The figures of the published run; null when none is published yet.</summary>
    public async Task<OverviewFigures?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await store.FindPublishedAsync(cancellationToken) is not { } published ||
            await store.FindCleaningAsync(published.Run.Id, cancellationToken) is not { } cleaning)
        {
            return null;
        }

        var median = await MedianRevenueAsync(published.Run.Id, cancellationToken);
        var imports = await store.ListImportsAsync(cancellationToken);
        return new OverviewFigures
        {
            FirstDate = cleaning.FirstDate,
            LastDate = cleaning.LastDate,
            PublishedAt = published.PublishedAt,
            IsDemo = imports.Where(import => import.UndoneAt is null).All(import => import.FileName == DemoShop.FileName),
            ClusterCount = published.Run.BestClusterCount ?? 0,
            Silhouette = published.Run.Silhouette ?? 0,
            Base = Whole([.. published.Segments.Select(segment => segment.Segment.Profile)], median),
            UnattributedRevenueAmount = cleaning.UnattributedRevenueAmount,
            Segments = published.Segments,
        };
    }

    /// <summary>Groups that share no customer as one: means weighted by customers.</summary>
    public static GroupProfile Whole(ImmutableArray<GroupProfile> groups, double medianRevenueAmount)
    {
        var customers = groups.Sum(group => group.Customers);
        var revenue = groups.Sum(group => group.RevenueAmount);
        return new GroupProfile
        {
            Customers = customers,
            CustomerShare = 1,
            RevenueAmount = revenue,
            RevenueShare = 1,
            MeanRevenueAmount = customers == 0 ? 0 : revenue / customers,
            MedianRevenueAmount = medianRevenueAmount,
            RecencyDays = Mean(group => group.RecencyDays),
            Frequency = Mean(group => group.Frequency),
            ReturnShare = Mean(group => group.ReturnShare),
            Invoices = Mean(group => group.Invoices),
            Items = Mean(group => group.Items),
        };

        double Mean(Func<GroupProfile, double> feature) => customers == 0 ? 0 : groups.Sum(group => group.Customers * feature(group)) / customers;
    }

    private async Task<double> MedianRevenueAsync(long runId, CancellationToken cancellationToken)
    {
        var first = await store.ListCustomersAsync(runId, new CustomerQuery { SortBy = "gross_revenue", Limit = 1 }, cancellationToken);
        if (first.Total == 0)
        {
            return 0;
        }

        // The middle one, or the middle two of an even number.
        var middle = await store.ListCustomersAsync(
            runId, new CustomerQuery { SortBy = "gross_revenue", Offset = (first.Total - 1) / 2, Limit = 2 - (first.Total % 2) }, cancellationToken);
        var column = middle.FeatureNames.IndexOf("gross_revenue");
        return middle.Rows.Average(row => row.Features[column]);
    }
}
