using Insiders.Core.Segments;
using Insiders.Core.Storage;
using Insiders.Web.Features.Segments;

namespace Insiders.Tests.Web.Features.Segments;

public sealed class SegmentEditWordsTests
{
    private static readonly SegmentName s_name = new("a", "Gold", "Ouro");
    private static readonly SegmentName s_whole = new("b", "Metals", "Metais");

    [Theory]
    [InlineData(SegmentEditRefusal.NameTaken, false, "Another segment is called that already: Gold / Ouro.")]
    [InlineData(SegmentEditRefusal.NameTaken, true, "A part of “Metals” is called that, and will be again when it is split back: Gold / Ouro.")]
    [InlineData(SegmentEditRefusal.NameTakenSince, false, "This would bring back a name that another segment has now: Gold / Ouro.")]
    [InlineData(SegmentEditRefusal.NameTakenSince, true, "This would bring back a name that a part of “Metals” has: Gold / Ouro.")]
    public void A_refused_name_says_which_segment_has_it(SegmentEditRefusal reason, bool isPart, string expected)
        => Assert.StartsWith(expected, SegmentEditWords.Of(new SegmentEditRefusedException(reason, null, new NameClash(s_name, isPart ? s_whole : null))), StringComparison.Ordinal);
}
