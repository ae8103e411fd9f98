using Insiders.Core.Application.Disk;
using Insiders.Web.Hosting.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Insiders.Web.Hosting.Health;

/// <summary>Healthy while the database answers. It is not queried while its folder is gone, because that would create a new one.</summary>
public sealed class DatabaseCheck(IDatabase store, DataFolderLock held) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!held.IsHeld)
        {
            return HealthCheckResult.Healthy();
        }

        try
        {
            await store.AskAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", failure);
        }
    }
}
