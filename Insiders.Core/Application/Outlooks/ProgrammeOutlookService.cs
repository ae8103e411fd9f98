using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Outlooks;

namespace Insiders.Core.Application.Outlooks;

/// <summary>Works out what the members of today are expected to bring in: anew after each review, by the models of the published run.</summary>
public sealed class ProgrammeOutlookService(ProgrammeService programme)
{
    /// <summary>The outlook of the members, kept for the latest run and review.</summary>
    /// <param name="run">The published run.</param>
    /// <param name="outlook">What is expected of its customers; null while that is being computed.</param>
    /// <param name="cancellationToken">Cancels the wait; whoever else asks still gets the answer.</param>
    /// <remarks>Some 0.2 s for 4,312 customers, nearly all of it for the forecasts; no model of purchases is fitted here.</remarks>
    public async Task<ProgrammeOutlook> FindAsync(PublishedRun run, BaseOutlook? outlook, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var members = await programme.FindMembersAsync(run, cancellationToken);
        return await run.Derive(static _ => new LatestAnswer<(long Review, bool IsExpected), ProgrammeOutlook>())
            .FindAsync((members.ReviewId, outlook is not null), () => Task.FromResult(Of(run, members, outlook)), cancellationToken);
    }

    private static ProgrammeOutlook Of(PublishedRun run, ProgrammeMembers members, BaseOutlook? outlook) => new(
        members,
        outlook is null ? null : MemberOutlook.Of(outlook, run.Customers, members.Rows, run.Cleaning.FirstDate, CancellationToken.None),
        RevenueForecasts.OfMembers(run.Customers, run.Coverage, members.Rows, CancellationToken.None));
}
