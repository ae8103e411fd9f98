using Insiders.Core.Customers;
using Insiders.Core.Storage.Sqlite;

namespace Insiders.Core.Storage;

/// <content>Reads the customers of a run.</content>
public sealed partial class RunStore
{
    /// <inheritdoc/>
    public async Task<CustomerColumns> ReadCustomersAsync(long runId, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var run = await FindAsync(connection, runId, cancellationToken);
        var features = StoredJson.List(run.FeatureNamesJson, StoredJson.Default.Texts);
        if (features.IsEmpty)
        {
            return new CustomerColumns([], [], [], [], [], [], [], [], []);
        }

        return await Task.Run(() => CustomerScan.ReadAsync(OpenAsync, runId, features, RunCustomerRows.Select(features), cancellationToken), cancellationToken);
    }
}
