using Insiders.Core.Storage.Sqlite;
using Insiders.Tests.Fixtures;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Insiders.Tests.Kills;

/// <summary>A start that migrates a database of an earlier version.</summary>
/// <param name="site">Its data folder.</param>
public sealed class MigrationKill(KilledSite site) : KillScenario(site)
{
    /// <summary>The version to which the database is reverted.</summary>
    private const string Earlier = "SegmentEdits";

    /// <inheritdoc/>
    public override async Task PrepareAsync()
    {
        await using (var context = new DatabaseFile(Site.Folder.Database).Context())
        {
            await context.GetService<IMigrator>().MigrateAsync(Earlier);
        }

        Site.Store.ReleaseFile();
    }

    /// <inheritdoc/>
    public override async Task BeginAsync()
    {
        Site.Launch();
        await Until.TrueAsync(() => Task.FromResult(Directory.Exists(Site.Folder.Backups)), "The copy before the migration began.");
    }

    /// <inheritdoc/>
    public override async Task WorkAsync(CancellationToken killed) => await Site.ReadyAsync();

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone)
        =>
        [
            .. await FolderState.ReadAsync(Site.Folder) is var state && state == Site.Template.State ? Array.Empty<string>() : [$"there is {state}, and not {Site.Template.State}"],
            .. Directory.GetFiles(Site.Folder.Backups, "insiders-before-migration-*.db").Length > 0 ? [] : new[] { "no copy is kept" },
        ];
}
