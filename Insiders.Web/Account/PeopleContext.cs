using System.Globalization;
using Insiders.Core.Application.Disk;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Web.Account;

/// <summary>The account tables, in the same file as the runs but with their own migrations, because Core does not depend on ASP.NET Identity.</summary>
public sealed class PeopleContext(DbContextOptions<PeopleContext> options) : IdentityUserContext<Person>(options)
{
    /// <summary>The table that records applied migrations.</summary>
    public const string HistoryTable = "__people_migrations";

    /// <summary>The tables as this program knows them.</summary>
    public static SchemaVersion Schema { get; } = new(HistoryTable, "20261124171730_People");

    /// <summary>Configures a context for the database of a data folder.</summary>
    public static void Configure(DbContextOptionsBuilder builder, DataFolder folder)
    {
        builder.UseSqlite(ConnectionText(folder), sqlite => sqlite.MigrationsHistoryTable(HistoryTable));
    }

    /// <summary>The connection string of a data folder's database.</summary>
    /// <remarks>The same text that the stores use, so that all share one connection pool and release the file together.</remarks>
    private static string ConnectionText(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new SqliteConnectionStringBuilder { DataSource = folder.Database, ForeignKeys = true, DefaultTimeout = 30, Mode = SqliteOpenMode.ReadWrite }.ToString();
    }

    /// <summary>The options of a context for the database of a data folder.</summary>
    public static DbContextOptions<PeopleContext> OptionsFor(DataFolder folder)
    {
        var options = new DbContextOptionsBuilder<PeopleContext>();
        Configure(options, folder);
        return options.Options;
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);

        // Times are UTC text of fixed length, as in the other tables, so that texts sort like times.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTime>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.Property(row => row.Theme).HasConversion<string>();
        });
        builder.Entity<IdentityUserClaim<string>>().ToTable("people_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("people_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("people_tokens");
    }

    internal sealed class UtcTime() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateTimeOffset, string>(
        time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
}
