using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Core.Segments;

namespace Insiders.Core.Application.Runs;

/// <summary>Stores runs, their results and which of them is published. Every method writes atomically, and times are arguments.</summary>
public interface IRunStore
{
    /// <summary>Queues a run.</summary>
    /// <param name="recipe">Every setting.</param>
    /// <param name="requestedBy">Who requests it.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="publishWhenDone">Whether to publish it as soon as it succeeds; stored with the run.</param>
    /// <param name="restartOf">The run it replaces, because the process ended while that one was running.</param>
    /// <param name="action">The action of the audit entry written in the same transaction; null for no entry.</param>
    /// <returns>The number of the run.</returns>
    Task<long> QueueRunAsync(
        Recipe recipe, string requestedBy, DateTimeOffset now, CancellationToken cancellationToken, bool publishWhenDone = false, long? restartOf = null, string? action = null);

    /// <summary>The run that has been queued longest; null when none is queued.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<long?> FindNextQueuedAsync(CancellationToken cancellationToken);

    /// <summary>Marks a queued run as running.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="ledgerFingerprint">Hash of the ledger it runs on.</param>
    /// <param name="versions">Versions of the software that computes it.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="RunChangedException">The run is not queued; the message says what it is.</exception>
    Task StartRunAsync(long runId, string ledgerFingerprint, string versions, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Ends a queued or running run with an error. The published run stays.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="problem">Why.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="RunChangedException">The run has ended already; the message says how.</exception>
    Task FailRunAsync(long runId, Problem problem, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Ends a queued or running run at a person's request. The published run stays.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="cancelledBy">The actor of the audit entry written in the same transaction; null for no entry.</param>
    /// <exception cref="RunChangedException">The run has ended already; the message says how.</exception>
    Task CancelRunAsync(long runId, DateTimeOffset now, CancellationToken cancellationToken, string? cancelledBy = null);

    /// <summary>Marks runs recorded as running as interrupted. Called at start, when nothing can be running yet.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>How many there were. Queued runs stay queued.</returns>
    Task<int> MarkInterruptedAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Publishes a succeeded run in place of the current one. Also used to go back to an earlier run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="publishedBy">Who publishes it.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="action">The action of the audit entry written in the same transaction; null for no entry.</param>
    /// <exception cref="RunChangedException">The run has not succeeded; the message says what it is.</exception>
    Task PublishAsync(long runId, string publishedBy, DateTimeOffset now, CancellationToken cancellationToken, string? action = null);

    /// <summary>Ends a running run with its result and optionally publishes it, in one transaction.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="result">Everything it computed.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the write; nothing of the result is saved in that case.</param>
    /// <param name="publishedBy">Who publishes it; null to leave the published run as it is.</param>
    /// <exception cref="RunChangedException">The run is not running; the message says what it is.</exception>
    /// <exception cref="ArgumentException">A feature's name cannot be the name of a column; the message says why.</exception>
    /// <remarks>One transaction. With 50 features each, 4,312 customers took 0.07 s and 200,000 took 4.1 s on two shared cores.</remarks>
    Task FinishRunAsync(long runId, SegmentationResult result, DateTimeOffset now, CancellationToken cancellationToken, string? publishedBy = null);

    /// <summary>All runs, newest first.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<ImmutableArray<RunSummary>> ListRunsAsync(CancellationToken cancellationToken);

    /// <summary>A run; null when there is none with that number.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<RunDetails?> FindRunAsync(long runId, CancellationToken cancellationToken);

    /// <summary>The published run, with its segments as people edited them; null until a run is published.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<PublishedRunRow?> FindPublishedAsync(CancellationToken cancellationToken);

    /// <summary>The published run with its cleaning; null until a run is published.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <remarks>Used to load the whole run. Only the cleaning part of its recipe is parsed, because parsing the rest takes longer at start than all these statements.</remarks>
    Task<PublishedResult?> FindPublishedResultAsync(CancellationToken cancellationToken);

    /// <summary>The segments of any run as people edited them, which is what pages would show; empty unless it succeeded.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<ImmutableArray<RunSegment>> ListShownSegmentsAsync(long runId, CancellationToken cancellationToken);

    /// <summary>The names of all segments any run ever found, by stable id: the name people gave, or else the one from the newest run that has the segment.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <remarks>Segments merged into another are included under their own names.</remarks>
    Task<ImmutableDictionary<long, SegmentName>> ListSegmentNamesAsync(CancellationToken cancellationToken);

    /// <summary>Every number of clusters a run tried, ascending; empty unless it succeeded.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<ImmutableArray<Candidate>> ListCandidatesAsync(long runId, CancellationToken cancellationToken);

    /// <summary>What cleaning dropped and left in a run; null unless it succeeded.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<CleaningReport?> FindCleaningAsync(long runId, CancellationToken cancellationToken);

    /// <summary>All customers of a run at once.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>An empty table when the run has no result.</returns>
    /// <exception cref="RunChangedException">There is no such run, or the figures of its customers were removed.</exception>
    /// <remarks>Runs on a pool thread. With 50 features each, one customer costs about 4 µs and 0.9 KB while reading, 0.5 KB afterwards.</remarks>
    Task<CustomerColumns> ReadCustomersAsync(long runId, CancellationToken cancellationToken);

    /// <summary>How much space the figures of a run's customers take.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<StoredCustomers> MeasureCustomersAsync(long runId, CancellationToken cancellationToken);

    /// <summary>Removes the figures of a run's customers, all but who was in which segment and what each had spent, and records it in the audit.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="removedBy">Who removes them.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the change; nothing is removed in that case.</param>
    /// <exception cref="RunChangedException">The run is published, has no result, or its figures were removed before.</exception>
    /// <remarks>The space is used by later runs; the file does not shrink.</remarks>
    Task RemoveCustomersAsync(long runId, string removedBy, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The segment of a customer in every succeeded run, newest first.</summary>
    /// <param name="customerId">The id in the ledger.</param>
    /// <param name="limit">Maximum number of runs, 1 or more.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <remarks>Runs without the customer are included and marked. Costs one index look-up and one small query per run.</remarks>
    Task<ImmutableArray<CustomerMembership>> ListMembershipsAsync(string customerId, int limit, CancellationToken cancellationToken);

    /// <summary>The number of the latest publication; null until there is one.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <remarks>The cheapest way to check that the published run has not changed: a tenth of a millisecond.</remarks>
    Task<long?> FindPublicationIdAsync(CancellationToken cancellationToken);

    /// <summary>The publication before the current one; null when there is none of another run.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Always a publication of another run, because publishing the same run again changes nothing.</returns>
    Task<Publication?> FindPublicationBeforeAsync(CancellationToken cancellationToken);
}
