using Insiders.Core.Segments;

namespace Insiders.Web.Features.Runs;

/// <summary>A group of customers as a line of a table.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Colour">As <c>#RRGGBB</c>; null for a group without one.</param>
/// <param name="Profile">What its customers are like.</param>
public sealed record ProfileRow(string Name, string? Colour, GroupProfile Profile);
