using Insiders.Core.Application.Disk;

namespace Insiders.Web.Hosting.Data;

/// <summary>Checks every second that the data folder still exists, because writes to a removed disk would reach memory only.</summary>
public sealed class DataFolderWatch(DataFolder folder, DataFolderLock held, IDatabase store, TimeProvider time, ILogger<DataFolderWatch> log) : EnduringService(time, log)
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1);

    private volatile bool _isGone;

    /// <summary>True while the folder is missing and requests are refused.</summary>
    public bool IsGone => _isGone;

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        for (; ; await Task.Delay(s_between, Time, stoppingToken))
        {
            var isGone = !held.IsHeld;
            if (isGone)
            {
                // Open connections would continue to use files that have been unlinked.
                store.ReleaseFile();
            }

            if (isGone && !_isGone)
            {
                Log.LogError("The data folder {Folder} is gone: no request is answered and nothing is written until it is back.", folder.Root);
            }
            else if (!isGone && _isGone)
            {
                Log.LogWarning("The data folder {Folder} is back.", folder.Root);
            }

            _isGone = isGone;
        }
    }
}
