using Bunit;
using Insiders.Core.Segments;
using Insiders.Tests.Fixtures;
using Insiders.Web.Components;

namespace Insiders.Tests.Web.Components;

/// <summary>Names of segments: words of people, as long as they like.</summary>
public sealed class SegmentLabelTests : UiTest
{
    [Theory]
    [InlineData("Loyal High Spenders of the northern countries", false)]
    [InlineData("WWWWWWWWWWWWWWWWWWWWWWWW", false)]
    [InlineData("Our WWWWWWWWWWWWWWWWWWWWWWWWW", true)]
    public void Only_a_word_too_long_for_a_column_may_be_broken(string name, bool isBroken)
    {
        var label = Render<SegmentLabel>(parameters => parameters.Add(label => label.Name, new SegmentName("given", name, name)).Add(label => label.Colour, "#0072B2"));

        Assert.Equal(name, label.Find(".segment-name").TextContent.Trim());
        Assert.Equal(isBroken, label.FindAll(".long-word").Count == 1);
    }
}
