using Insiders.Core.Segments;

namespace Insiders.Web.Features.Runs;

/// <summary>A group of customers as a row of a table.</summary>
/// <param name="Name">The group's name.</param>
/// <param name="Colour">As <c>#RRGGBB</c>; null for a group without one.</param>
/// <param name="Profile">The profile of its customers.</param>
public sealed record ProfileRow(string Name, string? Colour, GroupProfile Profile);
