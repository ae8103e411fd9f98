using Insiders.Core.Learning.Clustering;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Insiders.Tests.Core.Storage;

/// <summary>Runs that a version kept which knew one method for each step.</summary>
public sealed class EarlierRunsTests : IDisposable
{
    private const string Before = "20261130110000_RunOrders";

    private readonly TempFolder _folder = new();

    private string Path => _folder.Combine("insiders.db");

    public void Dispose()
    {
        new RunStore(Path).ReleaseFile();
        _folder.Dispose();
    }

    [Fact]
    public async Task Their_candidates_and_recipes_are_read_and_their_fingerprints_are_those_of_equal_recipes_of_today()
    {
        await using (var context = new InsidersContext(new DbContextOptionsBuilder<InsidersContext>().UseSqlite($"Data Source={Path};Pooling=False").Options))
        {
            await context.GetService<IMigrator>().MigrateAsync(Before);
        }

        await RunAsync(
            """
            INSERT INTO runs (id, state, requested_by, queued_at, recipe_json, recipe_fingerprint, seed, publish_when_done, best_cluster_count)
            VALUES (1, 'Succeeded', 'ana', '2026-11-01T12:00:00.0000000Z', $recipe, 'of the earlier shape', '7', 0, 6),
                (2, 'Queued', 'ana', '2026-11-01T12:00:00.0000000Z', '{}', 'of the earlier shape', '42', 0, NULL),
                (3, 'Failed', 'ana', '2026-11-01T12:00:00.0000000Z', '{ "modelFeatures": ["gone"] }', 'of a feature that has gone', '42', 0, NULL);
            INSERT INTO candidates (run_id, cluster_count, silhouette, mean_log_likelihood, bic, iterations, converged)
            VALUES (1, 5, 0.1, -3.25, 100.5, 80, 0), (1, 6, $silhouette, 0.30000000000000004, 99, 7, 1), (1, 7, NULL, -3, 98, 9, 1);
            """,
            new SqliteParameter("$recipe", EarlierRecipe.Json),
            new SqliteParameter("$silhouette", 0.833276171906819));
        var store = new RunStore(Path);

        await store.MigrateAsync(CancellationToken.None);

        var candidates = await store.ListCandidatesAsync(1, CancellationToken.None);
        Assert.Equal([5, 6, 7], candidates.Select(candidate => candidate.ClusterCount));
        Assert.All(candidates, candidate => Assert.Equal(MixtureOptions.Name, candidate.Method));
        Assert.Equal([0.1, 0.833276171906819, null], candidates.Select(candidate => candidate.Silhouette));
        Assert.Equal([-3.25, 0.30000000000000004, -3], candidates.Select(candidate => candidate.Find(ScoreNames.MeanLogLikelihood)));
        Assert.Equal([100.5, 99, 98], candidates.Select(candidate => candidate.Find(ScoreNames.Bic)));
        Assert.Equal([(80, false, false), (7, true, true), (9, true, false)], candidates.Select(candidate => (candidate.Iterations, candidate.Converged, candidate.IsWinner)));
        Assert.Equal(("diagonal", "2", "1E-05"), (candidates[0].Parameters["covariance"], candidates[0].Parameters["starts"], candidates[0].Parameters["regularisation"]));

        var runs = (await store.ListRunsAsync(CancellationToken.None)).ToDictionary(run => run.Id);
        var recipe = (await store.FindRunAsync(1, CancellationToken.None))!.Recipe;
        Assert.Equal(RecipeJson.Fingerprint(recipe), runs[1].RecipeFingerprint);
        Assert.Equal(RecipeJson.Fingerprint(RecipeJson.Read(EarlierRecipe.Json)), runs[1].RecipeFingerprint);
        Assert.Equal(RecipeJson.Fingerprint(Recipe.Study), runs[2].RecipeFingerprint);
        Assert.Equal("of a feature that has gone", runs[3].RecipeFingerprint);
        Assert.Empty(await store.ListCandidatesAsync(2, CancellationToken.None));
    }

    private async Task RunAsync(string sql, params SqliteParameter[] parameters)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync();
    }
}
