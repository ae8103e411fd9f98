using Insiders.Core.Application;

namespace Insiders.Web.Components;

/// <summary>Runs an action of a page and turns a failure into a sentence for the page.</summary>
public static class PageAction
{
    /// <summary>Runs an action that may fail.</summary>
    /// <returns>Null on success, otherwise the sentence; a failure is also logged.</returns>
    public static Task<string?> TryAsync(Func<Task> act, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(act);
        return TryAsync(async () =>
        {
            await act();
            return Result.Done;
        }, log);
    }

    /// <summary>Runs a use case.</summary>
    /// <returns>Null on success, otherwise the sentence; an unexpected failure is also logged.</returns>
    public static async Task<string?> TryAsync(Func<Task<Result>> act, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            return ProblemText.OrNull((await act()).Problem);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "An action on the page failed.");
            return ProblemText.Of(failure);
        }
    }
}
