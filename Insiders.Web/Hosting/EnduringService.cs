namespace Insiders.Web.Hosting;

/// <summary>Background work that runs until the process ends: a failure is logged, and the work is restarted after a pause.</summary>
/// <remarks>An exception that escapes a plain <see cref="BackgroundService"/> stops the whole site, so a full disk would take the pages down too.</remarks>
public abstract class EnduringService(TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    /// <summary>The clock.</summary>
    protected TimeProvider Time { get; } = time;

    /// <summary>The log for failures.</summary>
    protected ILogger Log { get; } = log;

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Lets the host finish starting, so that pages are served first.
        await Task.Yield();
        for (var pause = s_shortestPause; !stoppingToken.IsCancellationRequested; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
        {
            try
            {
                await WorkAsync(stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Log.LogError(failure, "{Service} failed and restarts in {Seconds} s.", GetType().Name, pause.TotalSeconds);
            }

            await Task.Delay(pause, Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Does the work from the beginning; called again after a failure.</summary>
    protected abstract Task WorkAsync(CancellationToken stoppingToken);
}
