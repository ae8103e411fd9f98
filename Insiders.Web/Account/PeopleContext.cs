using System.Globalization;
using Insiders.Web.Worker;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Web.Account;

/// <summary>The accounts, in the same file as the runs but with migrations of their own: Core knows nothing of the web.</summary>
public sealed class PeopleContext(DbContextOptions<PeopleContext> options) : IdentityUserContext<Person>(options)
{
    /// <summary>The table that remembers which migrations were applied.</summary>
    public const string HistoryTable = "__people_migrations";

    /// <summary>Points a context to the database of a data folder.</summary>
    public static void Configure(DbContextOptionsBuilder builder, DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);

        // The same text as the stores use, so that all share one pool and let go of the file together.
        var text = new SqliteConnectionStringBuilder { DataSource = folder.Database, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        builder.UseSqlite(text, sqlite => sqlite.MigrationsHistoryTable(HistoryTable));
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);

        // Times as UTC text of fixed length, as in the other tables: the order of texts is the order of times.
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

    private sealed class UtcTime() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateTimeOffset, string>(
        time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
}
