namespace Insiders.Core.Statistics.Experiments;

/// <summary>One customer to be assigned.</summary>
/// <param name="CustomerId">Their id, unique among the candidates.</param>
/// <param name="Stratum">What they have in common with others, such as a segment and a third of revenue; each stratum is split on its own.</param>
/// <param name="Earlier">The arm they were in before, which they keep; null for who is new.</param>
public sealed record AssignmentCandidate(string CustomerId, string Stratum, Arm? Earlier);
