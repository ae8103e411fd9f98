using Insiders.Web.Shared;

namespace Insiders.Web.Features.Data;

/// <summary>Reads and deeds of the data pages, whose failure is a sentence and a line in the log.</summary>
public static class DataActions
{
    /// <summary>Reads what a page shows.</summary>
    public static async Task<LoadState<T>> LoadAsync<T>(Func<CancellationToken, Task<T>> read, ILogger log, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return new LoadState<T>.Ready(await read(cancellationToken));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The page could not read what it shows.");
            return new LoadState<T>.Failed(ProblemTexts.Of(failure));
        }
    }

    /// <summary>Does something; the reason when it fails.</summary>
    public static async Task<string?> TryAsync(Func<Task> act, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            await act();
            return null;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "What was asked for on the page failed.");
            return ProblemTexts.Of(failure);
        }
    }
}
