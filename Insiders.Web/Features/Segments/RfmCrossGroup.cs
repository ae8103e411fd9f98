namespace Insiders.Web.Features.Segments;

/// <summary>A column of the cross table: a segment or a cluster.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Colour">Of a segment; null for clusters.</param>
/// <param name="SegmentId">Of a segment; null for clusters.</param>
public sealed record RfmCrossGroup(string Name, string? Colour, long? SegmentId);
