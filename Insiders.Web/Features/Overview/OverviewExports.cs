using Insiders.Core.Customers;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Overview;

/// <summary>The segment table of the overview as a file.</summary>
public static class OverviewExports
{
    /// <summary>The segments under the conditions of the page's address; null while no run is published.</summary>
    public static async Task<ExportTable?> SegmentsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<OverviewLoader>().ReadAsync(request.Address, cancellationToken) is { } figures
            ? ExportTable.Of<SegmentSummary>(
                () => Texts.SegmentsTitle,
                figures.Summary.Selected,
                [new(Texts.ColumnSegment, ValueKind.Text, RevenueBars.NameOf), .. ProfileFields.Of<SegmentSummary>(line => line.Profile)]) with
            {
                Conditions = figures.Conditions,
            }
            : null;
    }
}
