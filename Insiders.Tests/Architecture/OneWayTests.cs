using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Architecture;

/// <summary>One way into the database, and one owner of what is derived from a run.</summary>
public sealed class OneWayTests
{
    // A run's customers (decision 0037), what is read before the schema is known to be current, and whole files.
    private static readonly string[] s_statements =
    [
        "Insiders.Core/Storage/Sqlite/CustomerScan.cs", "Insiders.Core/Storage/Sqlite/RunCustomerRows.cs", "Insiders.Core/Storage/Sqlite/StoredRow.cs", "Insiders.Core/Storage/Sqlite/DatabaseCopy.cs",
        "Insiders.Core/Storage/RunStore.cs", "Insiders.Core/Storage/Backups/",
    ];

    [Fact]
    public void The_database_is_queried_through_its_models()
        => Rule.HasNoOffenders(
            SourceFiles.Of(".cs", "Insiders.Core").Where(file => file.Path.StartsWith("Insiders.Core/Storage/", StringComparison.Ordinal)).Concat(SourceFiles.Of(".cs", "Insiders.Web"))
                .Where(file => !s_statements.Any(allowed => file.Path.StartsWith(allowed, StringComparison.Ordinal)))
                .SelectMany(file => file.Where(line => line.Contains("CommandText", StringComparison.Ordinal) || line.Contains("SqlRaw", StringComparison.Ordinal))),
            "Query these tables through EF Core, with a compiled query where a page is hot:");

    [Fact]
    public void What_is_derived_from_a_run_is_kept_with_it()
        => Rule.HasNoOffenders(
            SourceFiles.Of(".cs", "Insiders.Core").Concat(SourceFiles.Of(".cs", "Insiders.Web"))
                .SelectMany(file => file.Where(line => line.Contains("ConditionalWeakTable<", StringComparison.Ordinal) && !line.Contains("<MethodCatalog,", StringComparison.Ordinal))),
            "Use PublishedRun.Derive, which is dropped with the run:");
}
