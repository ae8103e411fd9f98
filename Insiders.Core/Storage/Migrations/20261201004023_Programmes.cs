using System;
using Insiders.Core.Storage.Schema;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Insiders.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Programmes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    definition_json = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<string>(type: "TEXT", nullable: true),
                    changed_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_decisions",
                columns: table => new
                {
                    programme_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<string>(type: "TEXT", nullable: false),
                    tier = table.Column<int>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_decisions", x => new { x.programme_id, x.customer_id });
                    table.ForeignKey(
                        name: "FK_programme_decisions_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_members",
                columns: table => new
                {
                    programme_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<string>(type: "TEXT", nullable: false),
                    tier = table.Column<int>(type: "INTEGER", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    tier_since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    leaves_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    grace_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_by_hand = table.Column<bool>(type: "INTEGER", nullable: false),
                    returned_items = table.Column<double>(type: "REAL", nullable: false),
                    evidence_json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_members", x => new { x.programme_id, x.customer_id });
                    table.ForeignKey(
                        name: "FK_programme_members_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_reviews",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    programme_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: false),
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    published_at = table.Column<string>(type: "TEXT", nullable: false),
                    reviewed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reviewed_at = table.Column<string>(type: "TEXT", nullable: false),
                    reviewed_by = table.Column<string>(type: "TEXT", nullable: false),
                    members = table.Column<int>(type: "INTEGER", nullable: false),
                    revenue_amount = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_reviews", x => x.id);
                    table.ForeignKey(
                        name: "FK_programme_reviews_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_tiers",
                columns: table => new
                {
                    programme_id = table.Column<long>(type: "INTEGER", nullable: false),
                    tier = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_tiers", x => new { x.programme_id, x.tier });
                    table.ForeignKey(
                        name: "FK_programme_tiers_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    programme_id = table.Column<long>(type: "INTEGER", nullable: false),
                    review_id = table.Column<long>(type: "INTEGER", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    written_at = table.Column<string>(type: "TEXT", nullable: false),
                    customer_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    from_tier = table.Column<int>(type: "INTEGER", nullable: true),
                    to_tier = table.Column<int>(type: "INTEGER", nullable: true),
                    leaves_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    evidence_json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_events", x => x.id);
                    table.ForeignKey(
                        name: "FK_programme_events_programme_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "programme_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_programme_events_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_programme_events_programme_id_customer_id",
                table: "programme_events",
                columns: new[] { "programme_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "IX_programme_events_review_id",
                table: "programme_events",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "IX_programme_reviews_programme_id",
                table: "programme_reviews",
                column: "programme_id");

            foreach (var view in ProgrammeViews.Statements)
            {
                migrationBuilder.Sql(view);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var view in ProgrammeViews.Names)
            {
                migrationBuilder.Sql($"DROP VIEW {view}");
            }

            migrationBuilder.DropTable(
                name: "programme_decisions");

            migrationBuilder.DropTable(
                name: "programme_events");

            migrationBuilder.DropTable(
                name: "programme_members");

            migrationBuilder.DropTable(
                name: "programme_tiers");

            migrationBuilder.DropTable(
                name: "programme_reviews");

            migrationBuilder.DropTable(
                name: "programmes");
        }
    }
}
