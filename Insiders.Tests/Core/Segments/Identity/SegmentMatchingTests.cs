using Insiders.Core.Segments;
using Insiders.Core.Segments.Identity;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Segments.Identity;

public sealed class SegmentMatchingTests
{
    private static readonly SegmentIdentity s_lost = new(7, "lost-customers", "#E69F00");

    [Fact]
    public void A_segment_with_the_key_of_an_earlier_one_is_that_one()
        => Assert.Equal([s_lost], SegmentMatching.Match([new(3, "elite-spenders", "#0072B2"), s_lost], [Named("lost-customers")]).AsEnumerable());

    [Fact]
    public void A_new_one_gets_the_first_free_colour_and_no_id_yet()
    {
        var matched = SegmentMatching.Match([s_lost], [Named("elite-spenders"), Named("lost-customers"), Named("new-customers")]);

        // The palette begins #0072B2, #E69F00 (taken), #009E73.
        Assert.Equal([new(null, "elite-spenders", "#0072B2"), s_lost, new(null, "new-customers", "#009E73")], matched.AsEnumerable());
    }

    [Fact]
    public void Two_segments_of_one_key_are_the_same_new_segment()
        => Assert.Single(SegmentMatching.Match([], [Named("elite-spenders"), Named("elite-spenders")]).Distinct());

    private static Segment Named(string key) => SampleResults.Of(40).Segments[0] with { Name = new SegmentName(key, key, key) };
}
