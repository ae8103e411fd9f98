namespace Insiders.Tests.Kills;

/// <summary>Waits for conditions.</summary>
public static class Until
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <summary>Asks until a condition holds.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="sentence">What it says, for whoever waited in vain.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="TimeoutException">It did not come to hold.</exception>
    public static async Task TrueAsync(Func<Task<bool>> holds, string sentence, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(holds);
        for (var begun = TimeProvider.System.GetTimestamp(); !await holds(); await Task.Delay(s_between, ct))
        {
            if (TimeProvider.System.GetElapsedTime(begun) > s_patience)
            {
                throw new TimeoutException($"It did not come to this: {sentence}");
            }
        }
    }
}
