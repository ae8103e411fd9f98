using Insiders.Web.Hosting.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Insiders.Web.Hosting.Health;

/// <summary>Healthy while the data folder exists and this process holds its lock.</summary>
public sealed class DataFolderCheck(DataFolderLock held) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(held.IsHeld ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The data folder is gone."));
}
