using System.Collections.Immutable;
using Insiders.Core.Application.Audit;
using Insiders.Core.Programmes;

namespace Insiders.Core.Application.Programmes;

/// <summary>A review to be stored, with everything that goes with it: one transaction, all or nothing.</summary>
/// <param name="Review">The review.</param>
/// <param name="Outcome">What it came to.</param>
public sealed record ReviewRecord(ReviewRow Review, ReviewOutcome Outcome)
{
    /// <summary>The programme as somebody changed it; null where it stays.</summary>
    public Programme? Changed { get; init; }

    /// <summary>Decisions by hand in place of all earlier ones; default where they stay.</summary>
    public ImmutableArray<ManualDecision> Decisions { get; init; }

    /// <summary>What the audit is told; null for a review that the program carries out by itself.</summary>
    public AuditEntry? Entry { get; init; }
}
