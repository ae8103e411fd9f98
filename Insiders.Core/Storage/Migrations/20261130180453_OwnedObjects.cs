using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Insiders.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class OwnedObjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audiences",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    customers = table.Column<int>(type: "INTEGER", nullable: false),
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    is_shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audiences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_choices",
                columns: table => new
                {
                    header_signature = table.Column<string>(type: "TEXT", nullable: false),
                    choices = table.Column<string>(type: "TEXT", nullable: false),
                    chosen_by_id = table.Column<string>(type: "TEXT", nullable: false),
                    chosen_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_choices", x => x.header_signature);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    is_shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "standard_views",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    view_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_standard_views", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "audience_members",
                columns: table => new
                {
                    audience_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_ids_json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audience_members", x => x.audience_id);
                    table.ForeignKey(
                        name: "FK_audience_members_audiences_audience_id",
                        column: x => x.audience_id,
                        principalTable: "audiences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audiences_owner_id",
                table: "audiences",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_saved_views_owner_id",
                table: "saved_views",
                column: "owner_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audience_members");

            migrationBuilder.DropTable(
                name: "import_choices");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "standard_views");

            migrationBuilder.DropTable(
                name: "audiences");
        }
    }
}
