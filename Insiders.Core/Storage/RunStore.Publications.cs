using Insiders.Core.Application.Runs;
using Insiders.Core.Storage.Sqlite;

namespace Insiders.Core.Storage;

/// <content>Publications.</content>
public sealed partial class RunStore
{
    /// <inheritdoc/>
    public async Task<long?> FindPublicationIdAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await ReadLongAsync(connection, "SELECT coalesce(max(id), 0) FROM publications", cancellationToken) is var id and > 0 ? id : null;
    }

    /// <inheritdoc/>
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
