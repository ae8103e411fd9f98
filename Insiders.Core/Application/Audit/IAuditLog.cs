using System.Collections.Immutable;

namespace Insiders.Core.Application.Audit;

/// <summary>Records who did what and when. Entries are added, never changed.</summary>
public interface IAuditLog
{
    /// <summary>Adds an entry.</summary>
    /// <param name="entry">The entry; its id is ignored.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    Task AddAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>A page of entries, newest first, and how many there are in all.</summary>
    /// <param name="skip">Number of entries to skip, 0 or more.</param>
    /// <param name="take">Maximum number of entries, 1 or more.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<(ImmutableArray<AuditEntry> Entries, int Total)> ListAsync(int skip, int take, CancellationToken cancellationToken);
}
