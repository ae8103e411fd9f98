using Insiders.Core.Storage;

namespace Insiders.Web.Worker;

/// <summary>What an orchestrator asks.</summary>
public static class HealthEndpoints
{
    /// <summary>Adds the addresses that tell whether the process lives, and whether it can be used.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        endpoints.MapGet("/health/ready", AnswerAsync).AllowAnonymous();
    }

    private static async Task<IResult> AnswerAsync(RunStore store, DataFolderLock held, DiskSpace space, StoreRetry retry, ILogger<DataFolderLock> log, CancellationToken cancellationToken)
    {
        if (!held.IsHeld)
        {
            return Unready("The data folder is gone.");
        }

        try
        {
            await store.ListImportsAsync(cancellationToken);
            return Results.Json(new { Status = "ready", FreeBytes = space.FreeBytes, Warning = retry.Refusal?.Sentence });
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The site is not ready: its database does not answer.");
            return Unready("The database does not answer.");
        }
    }

    private static IResult Unready(string reason) => Results.Json(new { Status = "not ready", Reason = reason }, statusCode: StatusCodes.Status503ServiceUnavailable);
}
