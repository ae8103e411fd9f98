using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Insiders.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    imported_by = table.Column<string>(type: "TEXT", nullable: false),
                    imported_at = table.Column<string>(type: "TEXT", nullable: false),
                    rows_read = table.Column<long>(type: "INTEGER", nullable: false),
                    rows_loaded = table.Column<long>(type: "INTEGER", nullable: false),
                    rows_skipped = table.Column<long>(type: "INTEGER", nullable: false),
                    rows_rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    first_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    last_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    undone_at = table.Column<string>(type: "TEXT", nullable: true),
                    undone_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", nullable: false),
                    queued_at = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true),
                    recipe_json = table.Column<string>(type: "TEXT", nullable: false),
                    recipe_fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    seed = table.Column<string>(type: "TEXT", nullable: false),
                    ledger_fingerprint = table.Column<string>(type: "TEXT", nullable: true),
                    versions = table.Column<string>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    customers = table.Column<int>(type: "INTEGER", nullable: true),
                    best_cluster_count = table.Column<int>(type: "INTEGER", nullable: true),
                    silhouette = table.Column<double>(type: "REAL", nullable: true),
                    feature_names_json = table.Column<string>(type: "TEXT", nullable: true),
                    missing_features_json = table.Column<string>(type: "TEXT", nullable: true),
                    cleaning_json = table.Column<string>(type: "TEXT", nullable: true),
                    cluster_profiles_json = table.Column<string>(type: "TEXT", nullable: true),
                    timings_json = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "segments",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    colour = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_segments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "candidates",
                columns: table => new
                {
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cluster_count = table.Column<int>(type: "INTEGER", nullable: false),
                    silhouette = table.Column<double>(type: "REAL", nullable: true),
                    mean_log_likelihood = table.Column<double>(type: "REAL", nullable: false),
                    bic = table.Column<double>(type: "REAL", nullable: false),
                    iterations = table.Column<int>(type: "INTEGER", nullable: false),
                    converged = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_candidates", x => new { x.run_id, x.cluster_count });
                    table.ForeignKey(
                        name: "FK_candidates_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "publications",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publications", x => x.id);
                    table.ForeignKey(
                        name: "FK_publications_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "run_segments",
                columns: table => new
                {
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    segment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    english = table.Column<string>(type: "TEXT", nullable: false),
                    portuguese = table.Column<string>(type: "TEXT", nullable: false),
                    clusters_json = table.Column<string>(type: "TEXT", nullable: false),
                    customer_share = table.Column<double>(type: "REAL", nullable: false),
                    customers = table.Column<int>(type: "INTEGER", nullable: false),
                    frequency = table.Column<double>(type: "REAL", nullable: false),
                    invoices = table.Column<double>(type: "REAL", nullable: false),
                    items = table.Column<double>(type: "REAL", nullable: false),
                    mean_revenue_amount = table.Column<double>(type: "REAL", nullable: false),
                    median_revenue_amount = table.Column<double>(type: "REAL", nullable: false),
                    recency_days = table.Column<double>(type: "REAL", nullable: false),
                    return_share = table.Column<double>(type: "REAL", nullable: false),
                    revenue_amount = table.Column<double>(type: "REAL", nullable: false),
                    revenue_share = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_segments", x => new { x.run_id, x.segment_id });
                    table.ForeignKey(
                        name: "FK_run_segments_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_run_segments_segments_segment_id",
                        column: x => x.segment_id,
                        principalTable: "segments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_publications_run_id",
                table: "publications",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "IX_run_segments_run_id_position",
                table: "run_segments",
                columns: new[] { "run_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_run_segments_segment_id",
                table: "run_segments",
                column: "segment_id");

            migrationBuilder.CreateIndex(
                name: "IX_runs_state",
                table: "runs",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_segments_key",
                table: "segments",
                column: "key",
                unique: true);

            // Not in the model: its feature columns follow the runs (decision 0004).
            migrationBuilder.Sql(
                """
                CREATE TABLE run_customers (
                    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
                    customer_id TEXT NOT NULL,
                    country TEXT NOT NULL,
                    cluster INTEGER NULL,
                    segment_id INTEGER NULL REFERENCES segments (id) ON DELETE RESTRICT,
                    map_x REAL NOT NULL,
                    map_y REAL NOT NULL,
                    silhouette REAL NULL,
                    reason TEXT NULL,
                    PRIMARY KEY (run_id, customer_id));
                CREATE INDEX ix_run_customers_segment ON run_customers (run_id, segment_id);
                CREATE INDEX ix_run_customers_customer ON run_customers (customer_id);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "run_customers");

            migrationBuilder.DropTable(
                name: "candidates");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "publications");

            migrationBuilder.DropTable(
                name: "run_segments");

            migrationBuilder.DropTable(
                name: "runs");

            migrationBuilder.DropTable(
                name: "segments");
        }
    }
}
