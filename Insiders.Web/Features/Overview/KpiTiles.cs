using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Analysis;
using Insiders.Core.Segments;
using Insiders.Web.Shared;
using Insiders.Web.Shared.Address;

namespace Insiders.Web.Features.Overview;

/// <summary>The tiles of the overview.</summary>
public static class KpiTiles
{
    /// <summary>Builds them, in reading order.</summary>
    /// <param name="figures">The figures.</param>
    public static ImmutableArray<KpiTile> Build(OverviewFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var (now, before) = (figures.Summary.Whole, figures.Before?.Whole);
        var everybody = Links.Customers(figures.Filter);
        var month = figures.Filter.Month is { } one ? Figures.Month(one) : null;
        return
        [
            new("revenue", Texts.KpiRevenue, Figures.Money(now.RevenueAmount), Words(Texts.KpiRevenueHint, Texts.OverviewMonthRevenueHint), everybody, Relative(profile => profile.RevenueAmount)),
            new("customers", Texts.KpiCustomers, Figures.Whole(now.Customers), Words(Texts.KpiCustomersHint, Texts.OverviewMonthCustomersHint), everybody, Relative(profile => profile.Customers)),
            new("mean-revenue", Texts.KpiMeanRevenue, Figures.Money(now.MeanRevenueAmount), Words(Texts.KpiMeanRevenueHint, Texts.OverviewMonthMeanHint), everybody, Relative(profile => profile.MeanRevenueAmount)),
            new("median-revenue", Texts.KpiMedianRevenue, Figures.Money(now.MedianRevenueAmount), Words(Texts.KpiMedianRevenueHint, Texts.OverviewMonthMedianHint), everybody, Relative(profile => profile.MedianRevenueAmount)),
            new("recency", Texts.KpiRecency, Figures.Fill(Texts.DaysValue, Figures.One(now.RecencyDays)), Words(Texts.KpiRecencyHint, Texts.OverviewMonthRecencyHint), everybody, Difference(profile => profile.RecencyDays, Texts.OverviewChangeDays, upIsBetter: false)),
            new("items", Texts.KpiItems, Figures.Whole(ItemsOf(now)), Words(Texts.KpiItemsHint, Texts.OverviewMonthItemsHint), everybody, Relative(ItemsOf)),
            .. TopShare(figures),
            new("unattributed", figures.Filter.IsNone ? Texts.KpiUnattributed : Texts.KpiUnattributedWhole, Figures.Money((double)figures.Base.Cleaning.UnattributedRevenueAmount), figures.Filter.IsNone ? Texts.KpiUnattributedHint : Texts.OverviewUnattributedFilteredHint, null, Unattributed(figures)),
        ];

        string Words(string whole, string ofMonth) => month is null ? whole : Figures.Fill(ofMonth, month);

        KpiChange? Relative(Func<GroupProfile, double> figure) => before is null ? null : RelativeChange(figures.Earlier!, figure(now), figure(before), upIsBetter: true);

        KpiChange? Difference(Func<GroupProfile, double> figure, string words, bool? upIsBetter) => before is null ? null : Change(figures.Earlier!, figure(now) - figure(before), "+#,0.0;−#,0.0;0", words, upIsBetter);
    }

    private static double ItemsOf(GroupProfile profile) => Math.Round(profile.Items * profile.Customers);

    private static IEnumerable<KpiTile> TopShare(OverviewFigures figures)
    {
        if (Top(figures.Summary) is not { Segment: { } top } line)
        {
            yield break;
        }

        var definition = Figures.Fill(Texts.KpiTopShareHint, Figures.NameOf(top.Segment.Name), Figures.Percent(line.Profile.CustomerShare));
        var before = figures.Before is { } summary ? Top(summary) : null;
        var change = before is null ? null : Change(figures.Earlier!, 100 * (line.Profile.RevenueShare - before.Profile.RevenueShare), "+#,0.0;−#,0.0;0", Texts.OverviewChangePoints, upIsBetter: null);
        yield return new("top-share", Texts.KpiTopShare, Figures.Percent(line.Profile.RevenueShare), definition, Links.Customers(figures.Filter with { SegmentIds = [top.SegmentId] }), change);
    }

    private static SegmentSummary? Top(BaseSummary summary) => summary.Selected.FirstOrDefault(line => line.Segment is not null);

    private static KpiChange? Unattributed(OverviewFigures figures) => figures is { Earlier: { } earlier, Filter.IsNone: true }
        ? RelativeChange(earlier, (double)figures.Base.Cleaning.UnattributedRevenueAmount, (double)earlier.UnattributedRevenueAmount, upIsBetter: false)
        : null;

    private static KpiChange? RelativeChange(EarlierRun earlier, double now, double before, bool? upIsBetter) => before == 0 ? null
        : Change(earlier, 100 * ((now / before) - 1), "+#,0.0;−#,0.0;0", Texts.OverviewChangePercent, upIsBetter);

    private static KpiChange Change(EarlierRun earlier, double difference, string format, string words, bool? upIsBetter)
    {
        var rounded = Math.Round(difference, 1, MidpointRounding.AwayFromZero);
        var (run, day) = (earlier.RunId, Figures.Day(DateOnly.FromDateTime(earlier.PublishedAt.ToLocalTime().DateTime)));
        if (rounded == 0)
        {
            return new(Figures.Fill(Texts.OverviewUnchanged, run, day), null, ChangeMeaning.None);
        }

        var meaning = upIsBetter is not { } better ? ChangeMeaning.None : rounded > 0 == better ? ChangeMeaning.Better : ChangeMeaning.Worse;
        return new(Figures.Fill(Texts.OverviewChangedSince, Figures.Fill(words, rounded.ToString(format, CultureInfo.CurrentCulture)), run, day), rounded > 0, meaning);
    }
}
