using System.Reflection;
using Insiders.Core.Application.Disk;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Sqlite;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Insiders.Tests.Core.Storage.Sqlite;

public sealed class SchemaCheckTests : IAsyncLifetime
{
    private TempDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TempDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public void What_is_called_the_newest_migration_is_the_newest()
    {
        Assert.Equal(NewestOf(typeof(RunStore).Assembly, "InsidersContext"), RunStore.Schema.NewestMigration);
        Assert.Equal(NewestOf(typeof(PeopleContext).Assembly, nameof(PeopleContext)), PeopleContext.Schema.NewestMigration);
    }

    [Fact]
    public void The_compiled_models_are_those_of_the_contexts()
    {
        using var runs = new DatabaseFile(_database.Path).Context();
        using var people = new PeopleContext(new DbContextOptionsBuilder<PeopleContext>().UseSqlite("Data Source=:memory:").Options);

        Assert.Equal("InsidersContextModel", runs.Model.GetType().Name);
        Assert.Equal("PeopleContextModel", people.Model.GetType().Name);
        Assert.Equal(Tables(runs.GetService<IDesignTimeModel>().Model), Tables(runs.Model));
        Assert.Equal(Tables(people.GetService<IDesignTimeModel>().Model), Tables(people.Model));
    }

    [Fact]
    public async Task A_database_is_current_once_it_had_the_newest_migration_of_every_history()
    {
        Assert.Equal(SchemaState.Current, await StateAsync(RunStore.Schema));
        Assert.Equal(SchemaState.Incomplete, await StateAsync(RunStore.Schema, PeopleContext.Schema)); // no accounts in it
        Assert.Equal(SchemaState.Outdated, await StateAsync(RunStore.Schema with { NewestMigration = "29990101000000_Later" }));

        await using var connection = new SqliteConnection($"Data Source={_database.Path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM __EFMigrationsHistory WHERE MigrationId = $newest";
        command.Parameters.AddWithValue("$newest", RunStore.Schema.NewestMigration);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());

        Assert.Equal(SchemaState.Outdated, await StateAsync(RunStore.Schema, PeopleContext.Schema));
    }

    [Fact]
    public async Task Asking_does_not_make_a_file()
    {
        var missing = _database.Path + ".missing";

        Assert.Equal(SchemaState.Incomplete, await SchemaCheck.FindStateAsync(missing, [RunStore.Schema], CancellationToken.None));
        Assert.False(File.Exists(missing));
    }

    private Task<SchemaState> StateAsync(params SchemaVersion[] versions) => SchemaCheck.FindStateAsync(_database.Path, versions, CancellationToken.None);

    private static string Tables(IModel model) => model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.ShortDefault);

    private static string NewestOf(Assembly assembly, string context) => assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType.Name == context && type.IsSubclassOf(typeof(Migration)))
        .Max(type => type.GetCustomAttribute<MigrationAttribute>()!.Id)!;
}
