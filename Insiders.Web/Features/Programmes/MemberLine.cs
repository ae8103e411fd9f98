using System.Collections.Immutable;

namespace Insiders.Web.Features.Programmes;

/// <summary>A member as the page lists it.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Tier">The name of the tier.</param>
/// <param name="JoinedOn">When the customer joined.</param>
/// <param name="RevenueAmount">Bought so far; null where the published run has no such customer.</param>
/// <param name="Reasons">The conditions with their figures; empty for a past day, whose reasons are in the log.</param>
/// <param name="Close">How close the member is to losing the tier.</param>
/// <param name="IsWarned">True where it is lost on a day.</param>
public sealed record MemberLine(string CustomerId, string Tier, DateOnly JoinedOn, double? RevenueAmount, ImmutableArray<string> Reasons, string Close, bool IsWarned);
