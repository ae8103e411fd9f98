using Insiders.Core.Application;

namespace Insiders.Web.Components;

/// <summary>Does what was asked for on a page; why it was not done is a sentence for the page.</summary>
public static class PageAction
{
    /// <summary>Does something that may fail.</summary>
    /// <returns>Null when it is done; a failure is in the log as well.</returns>
    public static Task<string?> TryAsync(Func<Task> act, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(act);
        return TryAsync(async () =>
        {
            await act();
            return Result.Done;
        }, log);
    }

    /// <summary>Carries out a use case.</summary>
    /// <returns>Null when it is done; a failure that the use case did not foresee is in the log as well.</returns>
    public static async Task<string?> TryAsync(Func<Task<Result>> act, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            return ProblemText.OrNull((await act()).Problem);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "What was asked for on the page failed.");
            return ProblemText.Of(failure);
        }
    }
}
