using Insiders.Core.Application.PublishedRuns;

namespace Insiders.Web.Features.Segments;

/// <summary>What the page of a segment shows.</summary>
/// <param name="Known">The published run.</param>
/// <param name="Story">The segment; null when the published run does not have it.</param>
public sealed record SegmentViewModel(PublishedRun Known, SegmentStory? Story)
{
    /// <summary>What its files are about, in words.</summary>
    public IEnumerable<string> Conditions() => Story is null ? [] : [Format.NameOf(Story.Segment.Segment.Name)];
}
