using Insiders.Core.Problems;

namespace Insiders.Core.Application.Runs;

/// <summary>One run as the list of runs shows it.</summary>
public sealed record RunSummary
{
    /// <summary>Number of the run, from 1, never reused.</summary>
    public required long Id { get; init; }

    /// <summary>Its state.</summary>
    public required RunState State { get; init; }

    /// <summary>True for the published run.</summary>
    public required bool IsPublished { get; init; }

    /// <summary>Who requested it.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When it was requested.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>When the worker started it; null while it is queued.</summary>
    public required DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, in whatever way; null until then.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>True when it is to be published as soon as it succeeds.</summary>
    public bool PublishWhenDone { get; init; }

    /// <summary>The run it replaces because the process ended while that one was running; otherwise null.</summary>
    public long? RestartOf { get; init; }

    /// <summary>Hash of its recipe; see <see cref="Pipeline.RecipeJson.Fingerprint"/>.</summary>
    public required string RecipeFingerprint { get; init; }

    /// <summary>Seed of the recipe.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Hash of the ledger it ran on; null while it is queued.</summary>
    public required string? LedgerFingerprint { get; init; }

    /// <summary>Versions of the software that computed it; null while it is queued.</summary>
    public required string? Versions { get; init; }

    /// <summary>Why it failed; otherwise null.</summary>
    public required Problem? Error { get; init; }

    /// <summary>Number of customers; null unless it succeeded.</summary>
    public required int? Customers { get; init; }

    /// <summary>When the figures of its customers were removed to save space; null while they are there.</summary>
    public DateTimeOffset? CustomersRemovedAt { get; init; }

    /// <summary>The chosen number of clusters; null unless it succeeded.</summary>
    public required int? BestClusterCount { get; init; }

    /// <summary>Mean silhouette of the chosen clustering; null unless it succeeded.</summary>
    public required double? Silhouette { get; init; }
}
