using System.Collections.Immutable;

namespace Insiders.Core.Application.Programmes;

/// <summary>The programme, its members and the log of what happened to them.</summary>
public interface IProgrammeStore
{
    /// <summary>The programme; null before its first review.</summary>
    Task<StoredProgramme?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Stores a review: its row, its events, the members afterwards, what was changed and what the audit is told, all or nothing.</summary>
    /// <param name="known">The programme the review began from; null for the first review, which stores the programme, too.</param>
    /// <param name="record">The review.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>False, and nothing is stored, when another review came in between or the publication has been reviewed already.</returns>
    Task<bool> SaveAsync(StoredProgramme? known, ReviewRecord record, CancellationToken cancellationToken);

    /// <summary>The log, in the order of writing.</summary>
    /// <param name="afterReview">Only what reviews after this one wrote; 0 for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<ImmutableArray<LoggedEvent>> ListEventsAsync(long afterReview, CancellationToken cancellationToken);

    /// <summary>The lines of the log about one customer, in the order of writing.</summary>
    Task<ImmutableArray<LoggedEvent>> ListEventsOfAsync(string customerId, CancellationToken cancellationToken);
}
