using System.Collections.Immutable;
using Insiders.Core.Application.Audit;

namespace Insiders.Core.Application.Audiences;

/// <summary>The audiences and their members. Every change and its audit entry are written in one transaction.</summary>
public interface IAudienceStore
{
    /// <summary>Every audience, deleted ones among them, in the order in which they were saved.</summary>
    Task<ImmutableArray<Audience>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The customers of an audience, by id, ordinal; none when there is no such audience.</summary>
    Task<ImmutableArray<string>> ReadMembersAsync(long audienceId, CancellationToken cancellationToken);

    /// <summary>Keeps an audience, and sweeps up those deleted before a time.</summary>
    /// <param name="audience">Its id is not looked at.</param>
    /// <param name="customerIds">Its customers; for a rule those who meet it now.</param>
    /// <param name="entry">The audit entry.</param>
    /// <param name="sweepBefore">Audiences deleted before are removed.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>The audience with its id.</returns>
    Task<Audience> AddAsync(Audience audience, ImmutableArray<string> customerIds, AuditEntry entry, DateTimeOffset sweepBefore, CancellationToken cancellationToken);

    /// <summary>Keeps who met a rule in a run; a snapshot of the same run is kept as it was.</summary>
    Task RecordAsync(ImmutableArray<AudienceSnapshot> snapshots, CancellationToken cancellationToken);

    /// <summary>The snapshots of an audience, in the order in which they were taken.</summary>
    Task<ImmutableArray<AudienceSnapshot>> ListSnapshotsAsync(long audienceId, CancellationToken cancellationToken);

    /// <summary>Keeps what has changed of an audience: its name, whether it is shared, whether it is deleted.</summary>
    Task SaveAsync(Audience audience, AuditEntry entry, CancellationToken cancellationToken);
}
