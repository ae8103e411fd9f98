using Insiders.Core.Statistics.Experiments;

namespace Insiders.Core.Application.Holdouts;

/// <summary>A customer of a hold-out. The arm never changes.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Stratum">What they were drawn among: their segment and third of revenue at the time.</param>
/// <param name="Arm">Whether they are withheld.</param>
public sealed record HoldoutMember(string CustomerId, string Stratum, Arm Arm);
