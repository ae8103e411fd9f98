using System.Collections.Immutable;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Storage.Schema;
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
    public async Task<ImmutableArray<long>> ListRunsAsync(string key, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        return [.. await context.RunAnalyses.AsNoTracking().Where(row => row.Key == key).OrderByDescending(row => row.RunId).Select(row => row.RunId).ToListAsync(cancellationToken)];
    }

    /// <inheritdoc/>
    public async Task SaveAsync(StoredAnalysis result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        await using var context = _file.Context();
        var computedAt = UtcText.Of(result.ComputedAt);

        // In one statement: a page and the worker may store the same result at the same time.
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO run_analyses (run_id, key, version, edition, computed_at, content)
            VALUES ({result.RunId}, {result.Key}, {result.Version}, {result.Edition}, {computedAt}, {result.Content})
            ON CONFLICT (run_id, key) DO UPDATE SET version = excluded.version, edition = excluded.edition, computed_at = excluded.computed_at, content = excluded.content
            """,
            cancellationToken);
    }
}
