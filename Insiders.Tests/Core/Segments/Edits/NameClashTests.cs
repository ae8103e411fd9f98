using Insiders.Core.Segments;
using Insiders.Core.Segments.Edits;

namespace Insiders.Tests.Core.Segments.Edits;

public sealed class NameClashTests
{
    private static readonly SegmentName s_name = new("a", "Gold", "Ouro");
    private static readonly SegmentName s_whole = new("b", "Metals", "Metais");

    [Theory]
    [InlineData(false, false, "Another segment is called that already: Gold / Ouro.")]
    [InlineData(false, true, "A part of “Metals” is called that, and will be again when it is split back: Gold / Ouro.")]
    [InlineData(true, false, "This would bring back a name that another segment has now: Gold / Ouro.")]
    [InlineData(true, true, "This would bring back a name that a part of “Metals” has: Gold / Ouro.")]
    public void A_refused_name_says_which_segment_has_it(bool isUndo, bool isPart, string expected)
        => Assert.StartsWith(expected, new NameClash(s_name, isPart ? s_whole : null).ToProblem(isUndo).Sentence, StringComparison.Ordinal);
}
