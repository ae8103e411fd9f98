using Insiders.Core.Application.Runs;
using Insiders.Core.Customers;
using Insiders.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Insiders.Core.Storage;

/// <content>Reads the customers of a run, and removes their figures.</content>
public sealed partial class RunStore
{
    /// <inheritdoc/>
    public async Task<CustomerColumns> ReadCustomersAsync(long runId, CancellationToken cancellationToken)
    {
        await using var context = Context();
        var run = await FindAsync(context, runId, cancellationToken);
        if (run.CustomersRemovedAt is { } removedAt)
        {
            throw RunChangedException.CustomersRemoved(runId, removedAt);
        }

        var features = StoredJson.List(run.FeatureNamesJson, StoredJson.Default.Texts);
        if (features.IsEmpty)
        {
            return new CustomerColumns([], [], [], [], [], [], [], [], []);
        }

        return await Task.Run(() => CustomerScan.ReadAsync(OpenAsync, runId, features, RunCustomerRows.Select(features), cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<StoredCustomers> MeasureCustomersAsync(long runId, CancellationToken cancellationToken)
    {
        await using var context = Context();
        var run = await FindAsync(context, runId, cancellationToken);
        var features = StoredJson.List(run.FeatureNamesJson, StoredJson.Default.Texts);
        await using var connection = await OpenAsync(cancellationToken);
        return new StoredCustomers(runId, run.Customers ?? 0, (long)((run.Customers ?? 0) * RunCustomerRows.RemovableBytes(connection, runId, features)));
    }

    /// <inheritdoc/>
    public async Task RemoveCustomersAsync(long runId, string removedBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var run = await context.Runs.SingleOrDefaultAsync(row => row.Id == runId, cancellationToken) ?? throw new RunChangedException($"There is no run {runId}.");
        if (run.State != RunState.Succeeded || run.CustomersRemovedAt is not null || (await FindPublicationAsync(context, cancellationToken))?.RunId == runId)
        {
            throw new RunChangedException($"Run {runId} has no customers that could lose their figures: it is {run.State}{(run.CustomersRemovedAt is null ? "" : ", and they were removed before")}.");
        }

        run.CustomersRemovedAt = now;
        context.Audit.Add(Entry(runId, "run.customers-removed", removedBy, now));
        await context.SaveChangesAsync(cancellationToken);
        await Task.Run(() => RunCustomerRows.RemoveFigures((SqliteConnection)context.Database.GetDbConnection(), (SqliteTransaction)transaction.GetDbTransaction(), runId), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
