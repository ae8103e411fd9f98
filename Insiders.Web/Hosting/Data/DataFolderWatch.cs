using Insiders.Core.Application.Disk;

namespace Insiders.Web.Hosting.Data;

/// <summary>Looks every second whether the data folder is still there: a disk that was taken out must not be written to in memory only.</summary>
public sealed class DataFolderWatch(DataFolder folder, DataFolderLock held, IDatabase store, TimeProvider time, ILogger<DataFolderWatch> log) : EnduringService(time, log)
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1);

    private volatile bool _isGone;

    /// <summary>True while it is not there: requests are refused.</summary>
    public bool IsGone => _isGone;

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        for (; ; await Task.Delay(s_between, Time, stoppingToken))
        {
            var isGone = !held.IsHeld;
            if (isGone)
            {
                // Open connections would go on with files that have no name any more.
                store.ReleaseFile();
            }

            if (isGone && !_isGone)
            {
                Log.LogError("The data folder {Folder} is gone: nothing is answered or written until it is back.", folder.Root);
            }
            else if (!isGone && _isGone)
            {
                Log.LogWarning("The data folder {Folder} is back.", folder.Root);
            }

            _isGone = isGone;
        }
    }
}
