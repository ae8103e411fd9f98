namespace Insiders.Core.Programmes;

/// <summary>The customer is on a saved list.</summary>
/// <param name="AudienceId">The saved audience.</param>
/// <param name="Name">What it was called when it was chosen.</param>
public sealed record ListCondition(long AudienceId, string Name) : Condition;
