namespace Insiders.Core.Import;

/// <summary>A whole month or country of which nothing was kept.</summary>
/// <param name="Kind">What.</param>
/// <param name="Name">The month as <c>2011-03</c>, or the country as it is spelt.</param>
/// <param name="Rows">Rows that were there.</param>
/// <param name="Amount">What was bought in them, returns not taken off, as far as it can be read.</param>
/// <param name="Rule">The cleaning rule that dropped most of them; empty where reading left them out.</param>
public sealed record LeftOutPart(LeftOutKind Kind, string Name, long Rows, decimal Amount, string Rule = "");
