using Insiders.Core.Application.Runs;

namespace Insiders.Core.Storage.Schema;

/// <summary>Row of <c>runs</c>: what was requested and, once it ended, the result. Columns that end in <c>Json</c> hold documents that are read as a whole.</summary>
internal sealed class RunEntity
{
    public long Id { get; set; }

    public required RunState State { get; set; }

    public required string RequestedBy { get; set; }

    public required DateTimeOffset QueuedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public required string RecipeJson { get; set; }

    public required string RecipeFingerprint { get; set; }

    // A seed is an unsigned 64-bit number, which SQLite's integers cannot hold; text is exact.
    public required string Seed { get; set; }

    public bool PublishWhenDone { get; set; }

    public long? RestartOf { get; set; }

    public string? LedgerFingerprint { get; set; }

    public string? Versions { get; set; }

    public string? Error { get; set; }

    public int? Customers { get; set; }

    public DateTimeOffset? CustomersRemovedAt { get; set; }

    public int? BestClusterCount { get; set; }

    public double? Silhouette { get; set; }

    public string? FeatureNamesJson { get; set; }

    public string? MissingFeaturesJson { get; set; }

    public string? CleaningJson { get; set; }

    public string? ClusterProfilesJson { get; set; }

    public string? TimingsJson { get; set; }
}
