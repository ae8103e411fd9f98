namespace Insiders.Core.Segments;

/// <summary>The one thing to be done with a segment.</summary>
/// <param name="Key">Stable and language-free, such as <c>raise-frequency</c>.</param>
/// <param name="Text">As people read it.</param>
public sealed record SegmentLever(string Key, LocalText Text);
