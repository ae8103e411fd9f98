using Insiders.Core.Application.Imports;
using Insiders.Core.Problems;

namespace Insiders.Web.Hosting.Imports;

/// <summary>Looks at the watched folder on schedule and loads its files one after the other.</summary>
public sealed class FolderWatcher(WatchSettings settings, WatchedFolder folder, IImportJobStore jobs, StartupGate firstPage, TimeProvider time, ILogger<FolderWatcher> log) : EnduringService(time, log)
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        if (settings.Folder is null)
        {
            return;
        }

        await firstPage.WaitAsync(stoppingToken);
        for (; ; await Task.Delay(settings.Every, Time, stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    /// <summary>Loads what is due.</summary>
    /// <returns>How many files were loaded.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var loaded = 0;
        foreach (var path in folder.Look())
        {
            try
            {
                var job = await UntilEndedAsync(await folder.TakeAsync(path, cancellationToken), cancellationToken);
                loaded += job.State == ImportJobState.Succeeded ? 1 : 0;
                Log.LogInformation("The file {File} of the watched folder: {State}.", job.FileName, job.State);
                folder.Finish(path, job);
            }
            catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or UploadRefusedException)
            {
                Log.LogError(refusal, "The file {File} of the watched folder could not be taken.", Path.GetFileName(path));
                TryNote(path, refusal);
            }
        }

        return loaded;
    }

    private async Task<ImportJob> UntilEndedAsync(ImportJob job, CancellationToken cancellationToken)
    {
        while (job.State is ImportJobState.Queued or ImportJobState.Running)
        {
            await Task.Delay(s_between, cancellationToken);
            job = await jobs.FindAsync(job.Id, cancellationToken) ?? job with { State = ImportJobState.Cancelled };
        }

        return job;
    }

    private void TryNote(string path, Exception refusal)
    {
        try
        {
            folder.Note(path, Problem.Of(refusal));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // The log has it; the folder may only be read.
        }
    }
}
