using Insiders.Core.Problems;

namespace Insiders.Core.Application.Runs;

/// <summary>One run as people see it in a list.</summary>
public sealed record RunSummary
{
    /// <summary>Number of the run, from 1, never given twice.</summary>
    public required long Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>True for the one run that the pages show.</summary>
    public required bool IsPublished { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>When the worker took it up; null while it waits.</summary>
    public required DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, in whatever way; null until then.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>True when it is ordered to be published as soon as it succeeds.</summary>
    public bool PublishWhenDone { get; init; }

    /// <summary>The run in whose place it came, because the process ended while that one ran; null for any other.</summary>
    public long? RestartOf { get; init; }

    /// <summary>Hash of its recipe; see <see cref="Pipeline.RecipeJson.Fingerprint"/>.</summary>
    public required string RecipeFingerprint { get; init; }

    /// <summary>Seed of the recipe.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Hash of the ledger it ran on; null while it waits.</summary>
    public required string? LedgerFingerprint { get; init; }

    /// <summary>Versions of what computed it; null while it waits.</summary>
    public required string? Versions { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    public required Problem? Error { get; init; }

    /// <summary>Number of customers; null unless it succeeded.</summary>
    public required int? Customers { get; init; }

    /// <summary>The number of clusters that won; null unless it succeeded.</summary>
    public required int? BestClusterCount { get; init; }

    /// <summary>Mean silhouette of the winner; null unless it succeeded.</summary>
    public required double? Silhouette { get; init; }
}
