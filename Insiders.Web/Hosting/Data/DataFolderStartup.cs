using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Settings;
using Insiders.Core.Problems;
using Insiders.Web.Account;
using Insiders.Web.Setup;

namespace Insiders.Web.Hosting.Data;

/// <summary>Opens the data folder at start: locks it, cleans up and migrates its tables. Failures are reported with one sentence.</summary>
public sealed class DataFolderStartup(
    DataFolder folder, IDatabase database, IDatabaseCopy copies, IStagedRestore staged, Leftovers leftovers, SettingsService settings, EndedSessions sessions, SetupState setup, TimeProvider time, ILogger<DataFolderStartup> log)
    : IAsyncDisposable
{
    private IAsyncDisposable? _open;

    /// <summary>Opens the data folder.</summary>
    /// <exception cref="RefusedException">The folder is in use, cannot be written, or holds data that this version cannot use.</exception>
    public static async Task OpenAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var folder = services.GetRequiredService<DataFolder>();
        try
        {
            // Locked before anything else is created, because some services create folders.
            services.GetRequiredService<DataFolderLock>().Acquire();
            await services.GetRequiredService<DataFolderStartup>().OpenAsync(cancellationToken);
        }
        catch (RefusedException)
        {
            throw;
        }
        catch (Exception refusal) when (StoreRefusal.IsDamaged(refusal))
        {
            throw new RefusedException($"{folder.Database} is not a database or is damaged: create a folder from a backup (restore FILE --data DIR), or move it away to start afresh.", refusal);
        }
        catch (Exception refusal) when (StoreRefusal.IsFull(refusal))
        {
            throw new RefusedException($"The disk of the data folder {folder.Root} is full: make room on it and start again.", refusal);
        }
        catch (Exception refusal) when (StoreRefusal.IsBusy(refusal))
        {
            throw new RefusedException($"Another program is using the database {folder.Database}: close it and start again.", refusal);
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal))
        {
            throw new RefusedException($"The data folder {folder.Root} cannot be written: {refusal.GetBaseException().Message.TrimEnd('.')}.", refusal);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _open?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        log.LogInformation("Data folder: {Folder}", folder.Root);
        if (staged.IsPending)
        {
            log.LogWarning("A backup was being restored when the process ended; the restore is completed now.");
            await staged.CarryOutAsync();
        }

        await MigrateAsync(cancellationToken);

        // SQLite keeps two files beside the database while it is open and creates them again on the next opening, which would fail on a full disk.
        _open = await database.HoldOpenAsync(cancellationToken);
        await leftovers.RemoveAsync(cancellationToken);
        await settings.ReadGeneralAsync(cancellationToken);
        await settings.ReadServicesAsync(cancellationToken);
        await sessions.LoadAsync(cancellationToken);
        await setup.PrepareAsync(cancellationToken);
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var state = await database.FindStateAsync(cancellationToken);
        switch (state)
        {
            case SchemaState.Newer:
                throw new RefusedException($"The database {folder.Database} was written by a newer version of Insiders: start that version, or restore a backup that this one made.");
            case SchemaState.Foreign:
                throw new RefusedException($"The database {folder.Database} belongs to another program: name another folder with --data.");
            case SchemaState.Outdated:
                var copy = await copies.WriteBeforeMigrationAsync(folder.Backups, time.GetUtcNow(), cancellationToken);
                log.LogInformation("The database is about to be migrated to a new schema; a copy is saved as {Copy}", copy);
                break;
        }

        if (state != SchemaState.Current)
        {
            await database.MigrateAsync(cancellationToken);
        }
    }
}
