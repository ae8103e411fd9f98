namespace Insiders.Core.Segments.Identity;

/// <summary>What stays the same about a segment from run to run.</summary>
/// <param name="Id">Its stable id; null for a segment that no earlier run found, until it is stored.</param>
/// <param name="Key">The key of its name, by which later runs recognise it.</param>
/// <param name="Colour">Its colour, such as <c>#1565C0</c>.</param>
public sealed record SegmentIdentity(long? Id, string Key, string Colour);
