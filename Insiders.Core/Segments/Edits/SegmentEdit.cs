using System.Collections.Immutable;

namespace Insiders.Core.Segments.Edits;

/// <summary>One thing that somebody changed about a segment. It belongs to the segment's stable id, so it holds for every run; runs are never edited.</summary>
public sealed record SegmentEdit
{
    /// <summary>Letters of a name at most.</summary>
    public const int LongestName = 60;

    /// <summary>Letters of a lever at most.</summary>
    public const int LongestLever = 200;

    /// <summary>Ascending in the order of editing; 0 in an edit that is not kept yet.</summary>
    public long Id { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The segment, by stable id.</summary>
    public required long SegmentId { get; init; }

    /// <summary>What it changes.</summary>
    public required SegmentEditKind Kind { get; init; }

    /// <summary>Name or lever in English; null for other kinds.</summary>
    public string? English { get; init; }

    /// <summary>Name or lever in Brazilian Portuguese; null for other kinds.</summary>
    public string? Portuguese { get; init; }

    /// <summary>The colour as <c>#RRGGBB</c>; null for other kinds.</summary>
    public string? Colour { get; init; }

    /// <summary>Stable ids of the segments taken in; empty for other kinds.</summary>
    public ImmutableArray<long> Parts { get; init; } = [];

    /// <summary>When it was undone; null while it holds or is only overtaken by a later one.</summary>
    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>Who undid it.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>Gives a segment another name.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="english">1 to <see cref="LongestName"/> letters, none of them a control character; blanks around it are cut off.</param>
    /// <param name="portuguese">The same in Brazilian Portuguese.</param>
    /// <exception cref="ArgumentException">A name is empty, too long or has control characters.</exception>
    public static SegmentEdit Rename(long segmentId, string english, string portuguese) => new()
    {
        SegmentId = segmentId,
        Kind = SegmentEditKind.Name,
        English = Checked(english, LongestName),
        Portuguese = Checked(portuguese, LongestName),
    };

    /// <summary>Gives a segment another colour.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="colour">One of <see cref="SegmentPalette.All"/>.</param>
    /// <exception cref="ArgumentException">The palette does not have the colour.</exception>
    public static SegmentEdit Recolour(long segmentId, string colour) => SegmentPalette.All.Contains(colour)
        ? new() { SegmentId = segmentId, Kind = SegmentEditKind.Colour, Colour = colour }
        : throw new ArgumentException($"The palette has no colour '{colour}'.", nameof(colour));

    /// <summary>Gives a segment another lever.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="english">1 to <see cref="LongestLever"/> letters, none of them a control character; blanks around it are cut off.</param>
    /// <param name="portuguese">The same in Brazilian Portuguese.</param>
    /// <exception cref="ArgumentException">A text is empty, too long or has control characters.</exception>
    public static SegmentEdit SetLever(long segmentId, string english, string portuguese) => new()
    {
        SegmentId = segmentId,
        Kind = SegmentEditKind.Lever,
        English = Checked(english, LongestLever),
        Portuguese = Checked(portuguese, LongestLever),
    };

    /// <summary>Takes other segments into one; undoing it splits them off again.</summary>
    /// <param name="segmentId">The segment that stays, with its name and colour.</param>
    /// <param name="parts">The others, at least one.</param>
    /// <exception cref="ArgumentException">There is no other segment.</exception>
    public static SegmentEdit Merge(long segmentId, ImmutableArray<long> parts) => parts.Length > 0 && !parts.Contains(segmentId)
        ? new() { SegmentId = segmentId, Kind = SegmentEditKind.Merge, Parts = [.. parts.Distinct()] }
        : throw new ArgumentException("A segment is merged with at least one other, not with itself.", nameof(parts));

    /// <summary>True for a text that can be a name or a lever.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="longest">Letters at most.</param>
    public static bool IsText(string? text, int longest) => text?.Trim() is { Length: > 0 } trimmed && trimmed.Length <= longest && !trimmed.Any(char.IsControl);

    private static string Checked(string text, int longest) => IsText(text, longest) ? text.Trim()
        : throw new ArgumentException($"A text of 1 to {longest} letters without control characters is needed.", nameof(text));
}
