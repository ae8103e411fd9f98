using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Segments;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Overview;

/// <summary>The tiles of the overview.</summary>
public static class KpiTiles
{
    /// <summary>Builds them, in reading order.</summary>
    /// <param name="figures">The figures.</param>
    public static ImmutableArray<KpiTile> Build(OverviewSummary figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var (now, changes) = (figures.Summary.Whole, new KpiChanges(figures));
        var everybody = Links.Customers(figures.Filter);
        var month = figures.Filter.Month is { } one ? Format.Month(one) : null;
        return
        [
            new("revenue", Texts.KpiRevenue, Format.Money(now.RevenueAmount), Words(Texts.KpiRevenueHint, Texts.OverviewMonthRevenueHint), everybody, Relative(profile => profile.RevenueAmount, Money)),
            new("customers", Texts.KpiCustomers, Format.Whole(now.Customers), Words(Texts.KpiCustomersHint, Texts.OverviewMonthCustomersHint), everybody, Relative(profile => profile.Customers, Format.Whole)),
            new("mean-revenue", Texts.KpiMeanRevenue, Format.Money(now.MeanRevenueAmount), Words(Texts.KpiMeanRevenueHint, Texts.OverviewMonthMeanHint), everybody, Relative(profile => profile.MeanRevenueAmount, Money)),
            new("median-revenue", Texts.KpiMedianRevenue, Format.Money(now.MedianRevenueAmount), Words(Texts.KpiMedianRevenueHint, Texts.OverviewMonthMedianHint), everybody, Relative(profile => profile.MedianRevenueAmount, Money)),
            new("recency", Texts.KpiRecency, Format.Fill(Texts.DaysValue, Format.One(now.RecencyDays)), Words(Texts.KpiRecencyHint, Texts.OverviewMonthRecencyHint), everybody, changes.Difference(profile => profile.RecencyDays, Days, Texts.OverviewChangeDays, upIsBetter: false)),
            new("items", Texts.KpiItems, Format.Whole(ItemsOf(now)), Words(Texts.KpiItemsHint, Texts.OverviewMonthItemsHint), everybody, Relative(ItemsOf, Format.Whole)),
            .. TopShare(figures),
            new("unattributed", figures.Filter.IsNone ? Texts.KpiUnattributed : Texts.KpiUnattributedWhole, Format.Money((double)figures.Base.Cleaning.UnattributedRevenueAmount), figures.Filter.IsNone ? Texts.KpiUnattributedHint : Texts.OverviewUnattributedFilteredHint, null, Unattributed(figures, Money)),
        ];

        string Words(string whole, string ofMonth) => month is null ? whole : Format.Fill(ofMonth, month);

        KpiChange? Relative(Func<GroupProfile, double> figure, Func<double, string> write) => changes.Relative(figure, write, upIsBetter: true);

        string Money(double amount) => Format.Money(amount);

        string Days(double days) => Format.Fill(Texts.DaysValue, Format.One(days));
    }

    private static double ItemsOf(GroupProfile profile) => Math.Round(profile.Items * profile.Customers);

    private static IEnumerable<KpiTile> TopShare(OverviewSummary figures)
    {
        if (Top(figures.Summary) is not { Segment: { } top } line)
        {
            yield break;
        }

        var definition = Format.Fill(Texts.KpiTopShareHint, Format.NameOf(top.Segment.Name), Format.Percent(line.Profile.CustomerShare));
        var change = new KpiChanges(figures).Share(top.SegmentId, profile => profile.RevenueShare);
        yield return new("top-share", Texts.KpiTopShare, Format.Percent(line.Profile.RevenueShare), definition, Links.Customers(figures.Filter with { SegmentIds = [top.SegmentId] }), change);
    }

    private static SegmentSummary? Top(BaseSummary summary) => summary.Selected.FirstOrDefault(line => line.Segment is not null);

    private static KpiChange? Unattributed(OverviewSummary figures, Func<double, string> write) => figures is { Earlier: { } earlier, Filter.IsNone: true }
        ? new KpiChanges(figures).Relative((double)figures.Base.Cleaning.UnattributedRevenueAmount, (double)earlier.UnattributedRevenueAmount, write, upIsBetter: false)
        : null;
}
