using System.Collections.Immutable;

namespace Insiders.Core.Application.Programmes;

/// <summary>The members after the latest review, among the customers of a run.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Rows">Their rows, ascending; members whom the run does not have are left out.</param>
public sealed record ProgrammeMembers(long ReviewId, ImmutableArray<int> Rows);
