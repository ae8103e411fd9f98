using System.Collections.Immutable;
using Insiders.Core.Programmes;

namespace Insiders.Core.Application.Programmes;

/// <summary>What a change would do to today's members.</summary>
/// <param name="Events">What would happen, by customer id.</param>
/// <param name="Before">What the members bring now.</param>
/// <param name="After">What they would bring.</param>
/// <param name="JoiningAmount">What those who would join have bought.</param>
/// <param name="LeavingAmount">What those who would leave have bought.</param>
public sealed record ProgrammePreview(ImmutableArray<ProgrammeEvent> Events, ProgrammeWorth Before, ProgrammeWorth After, double JoiningAmount, double LeavingAmount)
{
    /// <summary>How often something would happen.</summary>
    public int Count(EventKind kind) => Events.Count(happened => happened.Kind == kind);
}
