using System.Collections.Immutable;

namespace Insiders.Core.Programmes;

/// <summary>One line of the log.</summary>
/// <param name="On">The last day of the data when it happened.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Reason">Why.</param>
/// <param name="FromTier">The tier before; null for whoever joined.</param>
/// <param name="ToTier">The tier after; null for whoever left.</param>
/// <param name="Evidence">The conditions looked at, with the figures of the day.</param>
public sealed record ProgrammeEvent(DateOnly On, string CustomerId, EventKind Kind, EventReason Reason, int? FromTier, int? ToTier, ImmutableArray<ConditionReading> Evidence)
{
    /// <summary>The day from which the tier is lost; only of warnings and grace.</summary>
    public DateOnly? LeavesOn { get; init; }

    /// <summary>The reason that somebody typed; null where nobody decided by hand.</summary>
    public string? Note { get; init; }

    /// <summary>When it was written; null before it is.</summary>
    public DateTimeOffset? At { get; init; }
}
