namespace Insiders.Web.Features.Data;

/// <summary>Deeds of the data pages, whose failure is a sentence and a line in the log.</summary>
public static class DataActions
{
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
