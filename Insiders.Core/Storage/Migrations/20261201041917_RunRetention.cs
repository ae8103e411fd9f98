using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Insiders.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class RunRetention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "customers_removed_at",
                table: "runs",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "customers_removed_at",
                table: "runs");
        }
    }
}
