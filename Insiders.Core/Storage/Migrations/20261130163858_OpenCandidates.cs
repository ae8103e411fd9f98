using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Insiders.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class OpenCandidates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Until now every candidate was a Gaussian mixture with the settings of its run's recipe.
            migrationBuilder.Sql("""
                CREATE TABLE candidates_open (
                    run_id INTEGER NOT NULL,
                    method TEXT NOT NULL,
                    cluster_count INTEGER NOT NULL,
                    parameters_json TEXT NOT NULL,
                    scores_json TEXT NOT NULL,
                    iterations INTEGER NOT NULL,
                    converged INTEGER NOT NULL,
                    is_winner INTEGER NOT NULL,
                    CONSTRAINT PK_candidates PRIMARY KEY (run_id, method, cluster_count),
                    CONSTRAINT FK_candidates_runs_run_id FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE CASCADE
                );
                INSERT INTO candidates_open
                SELECT candidates.run_id, 'gaussian-mixture', candidates.cluster_count,
                    (SELECT json_group_object(entry.key, CASE entry.type WHEN 'text' THEN entry.value ELSE '' || (runs.recipe_json -> entry.fullkey) END)
                        FROM json_each(runs.recipe_json, '$.mixture') AS entry),
                    '{"bic":' || printf('%!.17g', candidates.bic) || ',"meanLogLikelihood":' || printf('%!.17g', candidates.mean_log_likelihood)
                        || CASE WHEN candidates.silhouette IS NULL THEN '' ELSE ',"silhouette":' || printf('%!.17g', candidates.silhouette) END || '}',
                    candidates.iterations, candidates.converged, candidates.cluster_count IS runs.best_cluster_count
                FROM candidates JOIN runs ON runs.id = candidates.run_id;
                DROP TABLE candidates;
                ALTER TABLE candidates_open RENAME TO candidates;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TABLE candidates_flat (
                    run_id INTEGER NOT NULL,
                    cluster_count INTEGER NOT NULL,
                    silhouette REAL NULL,
                    mean_log_likelihood REAL NOT NULL,
                    bic REAL NOT NULL,
                    iterations INTEGER NOT NULL,
                    converged INTEGER NOT NULL,
                    CONSTRAINT PK_candidates PRIMARY KEY (run_id, cluster_count),
                    CONSTRAINT FK_candidates_runs_run_id FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE CASCADE
                );
                INSERT INTO candidates_flat
                SELECT run_id, cluster_count, json_extract(scores_json, '$.silhouette'), json_extract(scores_json, '$.meanLogLikelihood'), json_extract(scores_json, '$.bic'), iterations, converged
                FROM candidates WHERE method = 'gaussian-mixture';
                DROP TABLE candidates;
                ALTER TABLE candidates_flat RENAME TO candidates;
                """);
        }
    }
}
