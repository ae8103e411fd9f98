using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Insiders.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class RunOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "publish_when_done",
                table: "runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "restart_of",
                table: "runs",
                type: "INTEGER",
                nullable: true);

            // Orders stood among the settings before. Those of runs that have ended are history.
            migrationBuilder.Sql("UPDATE runs SET publish_when_done = 1 WHERE state IN ('Queued', 'Running') AND EXISTS (SELECT 1 FROM settings WHERE key = 'run.' || runs.id || '.publish')");
            migrationBuilder.Sql("DELETE FROM settings WHERE key LIKE 'run.%.publish'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "publish_when_done",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "restart_of",
                table: "runs");
        }
    }
}
