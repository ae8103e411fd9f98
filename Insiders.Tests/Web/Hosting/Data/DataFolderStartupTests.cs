using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Cli;
using Microsoft.Data.Sqlite;

namespace Insiders.Tests.Web.Hosting.Data;

public sealed class DataFolderStartupTests : IDisposable
{
    private readonly TempFolder _data = new();

    private string Database => _data.Combine("insiders.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    [Fact]
    public async Task What_is_no_database_is_refused_with_a_sentence()
    {
        await File.WriteAllTextAsync(Database, new string('x', 8192));

        await RefusedAsync($"{Database} is not a database or is damaged: create a folder from a backup (restore FILE --data DIR), or move it away to start afresh.");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await new RunStore(Database).MigrateAsync(CancellationToken.None);
        await AskAsync("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '12.0.0')");

        await RefusedAsync($"The database {Database} was written by a newer version of Insiders: start that version, or restore a backup that this one made.");
        Assert.False(Directory.Exists(_data.Combine("backups")));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_gets_no_tables_of_ours()
    {
        await File.WriteAllBytesAsync(Database, []);
        await AskAsync("CREATE TABLE recipes (id INTEGER)");

        await RefusedAsync($"The database {Database} belongs to another program: name another folder with --data.");
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_refused()
    {
        var file = _data.Combine("file");
        await File.WriteAllTextAsync(file, "");

        var run = await Terminal.RunAsync("serve", "--data", file, "--urls", "http://127.0.0.1:0");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.StartsWith($"The data folder {file} cannot be written: ", run.Error, StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public async Task A_read_only_folder_is_refused()
    {
        using var disk = SmallDisk.Mount(4);
        disk.MakeReadOnly();

        var run = await Terminal.RunAsync("serve", "--data", disk.Root, "--urls", "http://127.0.0.1:0");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.StartsWith($"The data folder {disk.Root} cannot be written: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(letter => letter == '\n'));
    }

    private async Task RefusedAsync(string sentence)
    {
        var before = await File.ReadAllBytesAsync(Database);

        var run = await Terminal.RunAsync("serve", "--data", _data.Root, "--urls", "http://127.0.0.1:0");

        Assert.Equal((ExitCode.Refused, sentence + "\n"), (run.ExitCode, run.Error));
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
    }

    private async Task AskAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
