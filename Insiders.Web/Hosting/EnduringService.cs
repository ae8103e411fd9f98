namespace Insiders.Web.Hosting;

/// <summary>Work in the background that survives everything but the end of the process: what fails is logged, and the work is taken up again.</summary>
/// <remarks>A bare <see cref="BackgroundService"/> ends the whole site when something escapes it: for a disk that is full, pages would go, too.</remarks>
public abstract class EnduringService(TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    /// <summary>The clock.</summary>
    protected TimeProvider Time { get; } = time;

    /// <summary>Where failures go.</summary>
    protected ILogger Log { get; } = log;

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The pages answer first.
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
                Log.LogError(failure, "{Service} failed, and begins anew in {Seconds} s.", GetType().Name, pause.TotalSeconds);
            }

            await Task.Delay(pause, Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The work, from its beginning: it is called again after a failure.</summary>
    protected abstract Task WorkAsync(CancellationToken stoppingToken);
}
