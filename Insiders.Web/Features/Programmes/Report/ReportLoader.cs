using Insiders.Core.Application.Outlooks;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.Programmes.Report;

namespace Insiders.Web.Features.Programmes.Report;

/// <summary>Answers the nine questions for the page.</summary>
public sealed class ReportLoader(ProgrammeService service, StoredOutlooks outlooks, ProgrammeOutlookService programmes)
{
    /// <summary>The report; null until a run is published.</summary>
    /// <remarks>What is expected of customers is read, never computed here: the worker does that after each publication.</remarks>
    public async Task<ProgrammeReport?> FindAsync(CancellationToken cancellationToken)
    {
        if (await service.FindAsync(cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var outlook = await outlooks.FindAsync(snapshot.Run, cancellationToken);
        var members = await programmes.FindAsync(snapshot.Run, outlook, cancellationToken);
        return ProgrammeReport.Of(snapshot, await service.FindWordsAsync(snapshot, cancellationToken), outlook, members.Expected?.Proof);
    }
}
