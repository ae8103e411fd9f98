using Insiders.Core.Application.Analyses;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <inheritdoc/>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> makes its tables.</param>
public sealed class RunAnalysisStore(string databasePath) : IRunAnalysisStore
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task<StoredAnalysis?> FindAsync(long runId, string key, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        return await context.RunAnalyses.AsNoTracking().SingleOrDefaultAsync(row => row.RunId == runId && row.Key == key, cancellationToken) is { } row
            ? new(row.RunId, row.Key, row.Version, row.Edition, row.ComputedAt, row.Content)
            : null;
    }

    /// <inheritdoc/>
    public async Task SaveAsync(StoredAnalysis result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        await using var context = _file.Context();
        var row = await context.RunAnalyses.SingleOrDefaultAsync(stored => stored.RunId == result.RunId && stored.Key == result.Key, cancellationToken);
        if (row is null)
        {
            context.RunAnalyses.Add(new()
            {
                RunId = result.RunId,
                Key = result.Key,
                Version = result.Version,
                Edition = result.Edition,
                ComputedAt = result.ComputedAt,
                Content = result.Content,
            });
        }
        else
        {
            (row.Version, row.Edition, row.ComputedAt, row.Content) = (result.Version, result.Edition, result.ComputedAt, result.Content);
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
