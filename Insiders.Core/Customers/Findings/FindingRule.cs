namespace Insiders.Core.Customers.Findings;

/// <summary>A rule that looks for one kind of thing.</summary>
/// <param name="Name">Stable and language-free, such as <c>countries</c>.</param>
/// <param name="Find">Finds them, in no order.</param>
public sealed record FindingRule(string Name, Func<FindingContext, IEnumerable<Finding>> Find);
