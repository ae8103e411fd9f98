using Insiders.Core.Customers;
using Insiders.Web.Exports;
using Insiders.Web.Features.Runs;

namespace Insiders.Web.Features.Overview;

/// <summary>The segment table of the overview as a file.</summary>
public static class OverviewExports
{
    /// <summary>The segments under the conditions of the page's address; null while no run is published.</summary>
    public static async Task<ExportTable?> SegmentsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<OverviewQuery>().ReadAsync(request.Address, cancellationToken) is { } figures
            ? ExportTable.Of<SegmentSummary>(
                () => Texts.SegmentsTitle,
                figures.Summary.Selected,
                [new(Texts.ColumnSegment, ExportKind.Text, RevenueBars.NameOf), .. RunExports.ProfileFields<SegmentSummary>(line => line.Profile)]) with
            {
                Conditions = figures.Conditions,
            }
            : null;
    }
}
