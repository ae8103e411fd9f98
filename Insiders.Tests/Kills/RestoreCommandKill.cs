using System.Diagnostics;
using Insiders.Tests.Fixtures;
using Insiders.Web.Cli;

namespace Insiders.Tests.Kills;

/// <summary>The command that creates a data folder from a backup, killed and run again.</summary>
/// <param name="site">Its data folder.</param>
public sealed class RestoreCommandKill(KilledSite site) : KillScenario(site)
{
    private Process _command = null!;

    /// <inheritdoc/>
    public override Task PrepareAsync()
    {
        Directory.Delete(Site.Folder.Root, recursive: true);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task BeginAsync()
    {
        _command = Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task WorkAsync(CancellationToken killed)
    {
        await _command.WaitForExitAsync(killed);
        Assert.Equal(ExitCode.Done, _command.ExitCode);
    }

    /// <inheritdoc/>
    public override async Task KillAsync()
    {
        _command.Kill();
        await _command.WaitForExitAsync();
        _command.Dispose();
        Site.NoteFiles();
    }

    /// <inheritdoc/>
    public override async Task ReturnAsync()
    {
        using (var again = Start())
        {
            // Refused if nothing was left to do; the content of the folder is compared in either case.
            await again.WaitForExitAsync();
            Assert.Contains(again.ExitCode, new[] { ExitCode.Done, ExitCode.Refused });
        }

        await Site.StartAsync();
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone)
        => await FolderState.ReadAsync(Site.Folder) is var state && state == Site.Template.BackupState ? [] : [$"there is {state}, and not {Site.Template.BackupState}"];

    private Process Start() => Process.Start(ServerProcess.Program("restore", Site.Template.Backup, "--data", Site.Folder.Root))!;
}
