using System.Collections.Immutable;

namespace Insiders.Core.Programmes;

/// <summary>What a review came to.</summary>
/// <param name="Events">What happened, by customer id; of one customer in order.</param>
/// <param name="Members">The members afterwards, by customer id.</param>
public sealed record ReviewOutcome(ImmutableArray<ProgrammeEvent> Events, ImmutableArray<Member> Members);
