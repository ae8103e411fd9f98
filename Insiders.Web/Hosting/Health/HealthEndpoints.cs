using Insiders.Core.Application.Disk;
using Insiders.Web.Hosting.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Insiders.Web.Hosting.Health;

/// <summary>Liveness and readiness endpoints for an orchestrator.</summary>
public static class HealthEndpoints
{
    /// <summary>Registers the checks behind readiness.</summary>
    public static void AddHealth(this IServiceCollection services)
        => services.AddHealthChecks().AddCheck<DataFolderCheck>("data folder").AddCheck<DatabaseCheck>("database");

    /// <summary>Maps the endpoints.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        if (report.Status == HealthStatus.Unhealthy)
        {
            return context.Response.WriteAsJsonAsync(new { Status = "not ready", Reason = report.Entries.Values.First(entry => entry.Status == HealthStatus.Unhealthy).Description });
        }

        var (space, retry) = (context.RequestServices.GetRequiredService<DiskSpace>(), context.RequestServices.GetRequiredService<StoreRetry>());
        return context.Response.WriteAsJsonAsync(new { Status = "ready", FreeBytes = space.FreeBytes, Warning = retry.Refusal?.Sentence });
    }
}
