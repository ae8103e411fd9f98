using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Segments;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Overview;

/// <summary>The segments of a period, on the page and as a file.</summary>
public static class PeriodExports
{
    /// <summary>The segments that the conditions leave, with their places; those of nobody are left out.</summary>
    public static IEnumerable<(PeriodLine<RunSegment?> Line, int Place)> LinesOf(OverviewSummary known, OverviewPeriod period)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(period);
        var shown = known.Summary.Selected.Select(line => line.Segment?.SegmentId).ToHashSet();
        return period.Summary.Segments.Select((line, place) => (line, place)).Where(pair => pair.line.Of is { } segment && shown.Contains(segment.SegmentId));
    }

    /// <summary>The columns; those of the past only where there is one.</summary>
    public static ImmutableArray<ExportField<PeriodLine<RunSegment?>>> FieldsOf(OverviewPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        ImmutableArray<ExportField<PeriodLine<RunSegment?>>> now =
        [
            new(Texts.ColumnSegment, ValueKind.Text, line => Format.NameOf(line.Of!.Segment.Name)),
            new(Texts.PeriodColumnBuyers, ValueKind.Whole, line => line.Change.Now.Customers),
            new(Revenue(period.Comparison.Now), ValueKind.Money, line => line.Change.Now.RevenueAmount),
        ];
        return period.Comparison.Before is not { } before ? now
            :
            [
                .. now,
                new(Revenue(before), ValueKind.Money, line => line.Change.Before?.RevenueAmount),
                new(Texts.PeriodColumnChange, ValueKind.Share, line => line.Change.RevenueRatio),
            ];

        static string Revenue(Period some) => Format.Fill(Texts.PeriodColumnRevenue, PeriodText.NameOf(some));
    }

    /// <summary>The segments of the period of the page's address; null while no run is published or its sales are not known.</summary>
    public static async Task<ExportTable?> SegmentsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<OverviewLoader>().ReadAsync(request.Address, cancellationToken) is { Period: { } period } figures
            ? ExportTable.Of(() => Format.Fill(Texts.PeriodSegmentsTitle, PeriodText.NameOf(period.Comparison.Now)), LinesOf(figures, period).Select(pair => pair.Line), FieldsOf(period)) with { Conditions = figures.Conditions }
            : null;
    }
}
