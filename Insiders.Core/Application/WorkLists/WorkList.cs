using System.Collections.Immutable;

namespace Insiders.Core.Application.WorkLists;

/// <summary>The work list of a run.</summary>
/// <param name="Items">What somebody has begun or decided in the last 30 days of data and what is proposed: to do first, then by kind and money.</param>
/// <param name="FollowUp">What became of all that was ever done.</param>
public sealed record WorkList(ImmutableArray<WorkItem> Items, WorkFollowUp FollowUp);
