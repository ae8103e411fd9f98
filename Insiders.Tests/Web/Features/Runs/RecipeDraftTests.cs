using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Insiders.Core.Pipeline;
using Insiders.Web.Features.Runs;

namespace Insiders.Tests.Web.Features.Runs;

public sealed class RecipeDraftTests
{
    [Fact]
    public void Every_setting_of_a_recipe_but_cleaning_is_in_the_list()
    {
        Assert.Equal(
            Leaves(JsonNode.Parse(RecipeJson.Write(Recipe.Study))!.AsObject(), "").Where(path => !path.StartsWith("cleaning", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            RecipeSettings.All.Select(setting => setting.Path).Order(StringComparer.Ordinal));
        Assert.All(RecipeSettings.All, setting => Assert.False(string.IsNullOrWhiteSpace(setting.Label()) || string.IsNullOrWhiteSpace(setting.Sentence())));
    }

    [Fact]
    public void An_untouched_draft_is_the_recipe_it_began_with()
    {
        var recipe = Recipe.Study with { Seed = 7, MapEpochs = 20, Cleaning = new() { DisabledRules = ["no-price"] } };

        Assert.Equal(RecipeJson.Fingerprint(recipe), RecipeJson.Fingerprint(new RecipeDraft(recipe).Check()!));
    }

    [Theory]
    [InlineData("forest.trees", "0", "1")]
    [InlineData("forest.trees", "10001", "10000")]
    [InlineData("forest.minimumLeaf", "0", "1")]
    [InlineData("embedding.dimensions", "257", "256")]
    [InlineData("embedding.neighbours", "1", "2")]
    [InlineData("embedding.spread", "0", "0.5")]
    [InlineData("embedding.epochs", "0", "")]
    [InlineData("embedding.negativeSamples", "51", "50")]
    [InlineData("sweep.minimum", "1", "2")]
    [InlineData("sweep.maximum", "201", "200")]
    [InlineData("mixture.tolerance", "-1", "0.01")]
    [InlineData("mixture.starts", "many", "1000")]
    [InlineData("merge.keep", "51", "50")]
    [InlineData("modelSample", "999", "1000")]
    [InlineData("modelFeatures", "", "latitude")]
    public void The_options_themselves_refuse_what_is_out_of_bounds_and_take_the_bound(string path, string wrong, string right)
    {
        var draft = new RecipeDraft(Recipe.Study);

        draft[path] = wrong;
        Assert.Equal([path], draft.Errors.Keys);
        Assert.Null(draft.Check());

        draft[path] = right;
        Assert.Empty(draft.Errors);
        Assert.NotNull(draft.Check());
    }

    [Fact]
    public void A_pair_is_checked_when_both_are_in()
    {
        var draft = new RecipeDraft(Recipe.Study);
        draft["sweep.minimum"] = "40";
        Assert.Equal(["sweep.maximum"], draft.Errors.Keys);

        draft["sweep.maximum"] = "50";
        Assert.Equal(40, draft.Check()!.Sweep.Minimum);

        draft["embedding.minimumDistance"] = "2";
        Assert.Equal(["embedding.minimumDistance"], draft.Errors.Keys);
    }

    [Fact]
    public void Numbers_are_read_as_the_reader_writes_them()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("pt-BR");
            var draft = new RecipeDraft(Recipe.Study);
            Assert.Equal("0,1", draft["embedding.minimumDistance"]);

            draft["embedding.minimumDistance"] = "0,25";

            Assert.Equal(0.25, draft.Check()!.Embedding.MinimumDistance); // 25 if the comma were taken for a thousands mark
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static ImmutableArray<string> Leaves(JsonObject node, string prefix)
        => [.. node.SelectMany(member => member.Value is JsonObject inner ? Leaves(inner, $"{prefix}{member.Key}.") : [prefix + member.Key])];
}
