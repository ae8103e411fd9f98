using Insiders.Core.Application.Settings;
using Insiders.Core.Storage;

namespace Insiders.Tests.Fixtures;

/// <summary>A store on a temporary file that is deleted with the test.</summary>
public sealed class TempDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("insiders-");

    private TempDatabase() => (Store, Imports) = (new RunStore(Path), new ImportStore(Path));

    /// <summary>The database file.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "insiders.db");

    /// <summary>The store, migrated.</summary>
    public RunStore Store { get; }

    /// <summary>The imports on record.</summary>
    public ImportStore Imports { get; }

    /// <summary>The settings.</summary>
    public SettingsService Settings => new(new SettingsStore(Path), Actors.Access, TimeProvider.System);

    /// <summary>Creates the file and migrates it to the current schema.</summary>
    public static async Task<TempDatabase> CreateAsync()
    {
        var database = new TempDatabase();
        await database.Store.MigrateAsync(CancellationToken.None);
        return database;
    }

    public ValueTask DisposeAsync()
    {
        Store.ReleaseFile();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
