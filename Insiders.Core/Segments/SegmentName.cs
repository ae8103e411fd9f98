namespace Insiders.Core.Segments;

/// <summary>A segment's name: a stable key and the text in each language of the screens.</summary>
/// <param name="Key">Stable and language-free, such as <c>elite-spenders</c>.</param>
/// <param name="English">Such as <c>Elite Spenders</c>.</param>
/// <param name="Portuguese">Brazilian Portuguese.</param>
public sealed record SegmentName(string Key, string English, string Portuguese)
{
    /// <summary>That it is true of too few members; null where it holds, claims nothing, or cannot be judged.</summary>
    public NameDoubt? Doubt { get; init; }
}
