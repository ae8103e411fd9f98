using System.Collections.Immutable;

namespace Insiders.Core.Application.Audit;

/// <summary>Who did what and when. Entries are added, never changed.</summary>
public interface IAuditLog
{
    /// <summary>Adds an entry.</summary>
    /// <param name="entry">Its id is not looked at.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    Task AddAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>A page of entries, newest first, and how many there are in all.</summary>
    /// <param name="skip">Entries to pass over, 0 or more.</param>
    /// <param name="take">Entries wanted at most, 1 or more.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<(ImmutableArray<AuditEntry> Entries, int Total)> ListAsync(int skip, int take, CancellationToken cancellationToken);
}
