using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.Outlooks;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.Programmes.Report;

namespace Insiders.Web.Features.Programmes.Report;

/// <summary>Answers the nine questions for the page.</summary>
public sealed class ReportLoader(ProgrammeService service, RunAnalysisService analyses, PurchaseOutlookAnalysis outlook)
{
    /// <summary>The report; null until a run is published.</summary>
    /// <remarks>What is expected of customers is read, never computed here: the worker does that after each publication.</remarks>
    public async Task<ProgrammeReport?> FindAsync(CancellationToken cancellationToken)
        => await service.FindAsync(cancellationToken) is not { } snapshot ? null
            : ProgrammeReport.Of(snapshot, await service.FindWordsAsync(snapshot, cancellationToken), await analyses.FindStoredAsync(outlook, snapshot.Run, cancellationToken));
}
