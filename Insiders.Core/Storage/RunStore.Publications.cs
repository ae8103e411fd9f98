using Insiders.Core.Storage.Sqlite;

namespace Insiders.Core.Storage;

/// <content>Publications.</content>
public sealed partial class RunStore
{
    /// <summary>The number of the last publication; null while there is none.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <remarks>The cheapest way to learn that pages show what they showed: a tenth of a millisecond.</remarks>
    public async Task<long?> FindPublicationIdAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await ReadLongAsync(connection, "SELECT coalesce(max(id), 0) FROM publications", cancellationToken) is var id and > 0 ? id : null;
    }

    /// <summary>The publication that the one in force took the place of; null when it is the first, or all were of one run.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Always of another run: publishing a run again is no change.</returns>
    public async Task<Publication?> FindPublicationBeforeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        if (await StoredRows.FindPublicationAsync(connection, cancellationToken) is not { } current)
        {
            return null;
        }

        return await StoredRows.FindPublicationBeforeAsync(connection, current.RunId, cancellationToken) is { } before ? new Publication(before.Id, before.RunId, before.PublishedAt) : null;
    }
}
