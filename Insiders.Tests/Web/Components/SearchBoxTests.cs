using Bunit;
using Insiders.Tests.Fixtures;
using Insiders.Web.Components;

namespace Insiders.Tests.Web.Components;

public sealed class SearchBoxTests : UiTest
{
    private readonly List<string> _asked = [];

    [Fact]
    public void Somebody_who_types_fast_asks_once()
    {
        var box = Box("");

        foreach (var text in new[] { "g", "ge", "ger " })
        {
            box.Find("input").Input(text);
        }

        box.WaitForAssertion(() => Assert.Equal(["ger"], _asked)); // g, ge and ger if every letter asked
        Assert.Equal("ger ", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void An_answer_to_what_was_typed_before_takes_no_letter_away_and_a_change_from_elsewhere_is_shown()
    {
        var box = Box("");
        box.Find("input").Input("ger");
        box.WaitForAssertion(() => Assert.Equal(["ger"], _asked));
        box.Find("input").Input("germ");
        box.WaitForAssertion(() => Assert.Equal(["ger", "germ"], _asked));

        Show(box, "ger"); // the first answer, late
        Assert.Equal("germ", box.Find("input").GetAttribute("value"));
        Show(box, "germ");
        Assert.Equal("germ", box.Find("input").GetAttribute("value"));

        Show(box, ""); // a chip was taken away
        Assert.Equal("", box.Find("input").GetAttribute("value"));
        box.Find("input").Input("germ");
        box.WaitForAssertion(() => Assert.Equal(["ger", "germ", "germ"], _asked));
    }

    [Fact]
    public void The_box_says_what_it_looks_at()
    {
        var box = Render<SearchBox>(search => search.Add(s => s.Text, "x").Add(s => s.Label, "Search").Add(s => s.Hint, "Numbers and countries"));

        Assert.Equal("Numbers and countries", box.Find("#" + box.Find("input").GetAttribute("aria-describedby")).TextContent);
    }

    private static void Show(IRenderedComponent<SearchBox> box, string text) => box.Render(search => search.Add(s => s.Text, text));

    private IRenderedComponent<SearchBox> Box(string text) => Render<SearchBox>(search => search.Add(s => s.Text, text).Add(s => s.Label, "Search").Add(s => s.OnSearch, _asked.Add));
}
