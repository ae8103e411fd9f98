using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Pipeline;
using Insiders.Core.Settings;
using Insiders.Tests.Fixtures;
using Insiders.Web.Components.Recipes;

namespace Insiders.Tests.Web.Components.Recipes;

public sealed class RecipeDraftTests
{
    public static TheoryData<string> AllNumbers => [.. Everything.Settings.All.Where(setting => setting.Descriptor.Range is not null).Select(setting => setting.Path)];

    /// <summary>A draft in which every method is chosen, and what is written only where it is on is on.</summary>
    private static RecipeDraft Everything => new(Recipe.Study with
    {
        Embedding = [.. MethodCatalog.All.Embeddings.Select(entry => entry.Default)],
        Clustering = [.. MethodCatalog.All.Clusterers.Select(entry => entry.Default)],
        ChoosesFeatures = true,
        Sweep = Recipe.Study.Sweep with { Chooses = ClusterCountRule.Stability, Adapts = true },
        Merge = Recipe.Study.Merge with { Most = 11 },
    });

    [Fact]
    public void Every_setting_of_a_recipe_but_cleaning_is_in_the_list_and_has_its_words_in_both_languages()
    {
        var before = CultureInfo.CurrentUICulture;
        var draft = Everything;
        Assert.Equal(
            Leaves(JsonNode.Parse(RecipeJson.Write(draft.Check()!))!.AsObject(), "").Where(path => !path.StartsWith("cleaning", StringComparison.Ordinal) && path != "version").Order(StringComparer.Ordinal),
            draft.Settings.All.Select(setting => setting.Path).Where(path => path is not (RecipeSettings.EmbeddingPath or RecipeSettings.ClusteringPath)).Order(StringComparer.Ordinal));
        try
        {
            foreach (var language in new[] { "en", "pt-BR" })
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                Assert.All(draft.Settings.All, setting =>
                {
                    Assert.NotEqual(setting.Descriptor.Name, setting.Label());
                    Assert.NotEqual("", setting.Sentence());
                    Assert.All(setting.Descriptor.Choices, word => Assert.NotEqual(word, setting.Path == RecipeSettings.ClusteringPath && word == "k-means" ? "" : setting.Choice(word)));
                });
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void An_untouched_draft_is_the_recipe_it_began_with()
    {
        Recipe[] recipes =
        [
            Recipe.Study with { Seed = 7, Projection = new() { Epochs = 20 }, Cleaning = new() { DisabledRules = ["no-price"] } },
            Recipe.Study with { Embedding = [], Clustering = [new KMeansOptions { Starts = 3 }] },
            Recipe.Study with { Embedding = [new ForestOptions { Trees = 12 }], Clustering = [new KMeansOptions(), new MixtureOptions { Covariance = CovarianceShape.Diagonal }] },
            RecipeJson.Read(EarlierRecipe.Json),
            Recipe.Shop,
        ];

        Assert.All(recipes, recipe => Assert.Equal(RecipeJson.Fingerprint(recipe), RecipeJson.Fingerprint(new RecipeDraft(recipe).Check()!)));
    }

    [Theory, MemberData(nameof(AllNumbers))]
    public void A_number_is_taken_at_its_bounds_and_refused_beyond_with_the_bounds_in_words(string path)
    {
        var draft = Everything;
        var setting = draft.Settings.All.Single(setting => setting.Path == path);
        var range = setting.Descriptor.Range!.Value;
        var step = setting.Kind == SettingKind.Number ? 1e-9 : 1;

        // The other half of a pair must not come in between.
        draft["embedding.umap.spread"] = "1000";
        draft["sweep.maximum"] = path == "sweep.minimum" ? "200" : draft["sweep.maximum"];
        draft["sweep.minimum"] = path == "sweep.maximum" ? "2" : draft["sweep.minimum"];

        Takes(range.LowestIsOut ? range.Lowest + step : range.Lowest, path == "embedding.umap.spread");
        Refuses(range.LowestIsOut ? range.Lowest : range.Lowest - step);
        if (range.HasHighest)
        {
            Takes(range.Highest, false);
            Refuses(range.Highest + step);
        }

        Refuses("many");
        if (setting.Kind == SettingKind.WholeOrNone)
        {
            draft[path] = "";
            Assert.Empty(draft.Errors);
        }

        void Takes(double value, bool isBelowItsPair)
        {
            draft[path] = Shown(value);
            Assert.Equal(isBelowItsPair ? ["embedding.umap.minimumDistance"] : [], draft.Errors.Keys);
        }

        void Refuses(object value)
        {
            draft[path] = value as string ?? Shown((double)value);
            Assert.Equal([path], draft.Errors.Keys);
            Assert.Contains(range.Lowest.ToString("N0", CultureInfo.CurrentCulture), draft.Errors[path], StringComparison.Ordinal);
            Assert.Null(draft.Check());
        }

        static string Shown(double value) => value.ToString("0.##########", CultureInfo.CurrentCulture);
    }

    [Fact]
    public void Lists_want_one_at_least()
    {
        var draft = new RecipeDraft(Recipe.Study);
        foreach (var path in new[] { "modelFeatures", RecipeSettings.ClusteringPath })
        {
            var before = draft[path];
            draft[path] = "";
            Assert.Equal([path], draft.Errors.Keys);
            draft[path] = before;
            Assert.Empty(draft.Errors);
        }
    }

    [Fact]
    public void Settings_of_a_method_that_is_not_chosen_are_neither_shown_nor_checked_and_stay_as_typed()
    {
        var draft = new RecipeDraft(Recipe.Study);
        Assert.DoesNotContain(Shown(), path => path.StartsWith("clustering.k-means", StringComparison.Ordinal));
        draft["clustering.gaussian-mixture.starts"] = "many";

        draft[RecipeSettings.ClusteringPath] = "k-means";
        draft[RecipeSettings.EmbeddingPath] = "umap";

        Assert.Contains("clustering.k-means.starts", Shown());
        Assert.DoesNotContain(Shown(), path => path.StartsWith("clustering.gaussian-mixture", StringComparison.Ordinal) || path.StartsWith("embedding.forest-leaves", StringComparison.Ordinal));
        Assert.Equal<ClustererOptions>([new KMeansOptions()], draft.Check()!.Clustering);
        Assert.Equal<EmbeddingOptions>([new UmapOptions()], draft.Check()!.Embedding);

        draft[RecipeSettings.EmbeddingPath] = RecipeSettings.ScaledFeatures;
        Assert.Empty(draft.Check()!.Embedding);

        draft[RecipeSettings.ClusteringPath] = "k-means,gaussian-mixture";
        Assert.Equal(["clustering.gaussian-mixture.starts"], draft.Errors.Keys);

        IEnumerable<string> Shown() => draft.Groups.SelectMany(group => group.Settings).Select(setting => setting.Path);
    }

    [Fact]
    public void A_chain_is_said_from_the_features_on()
    {
        var chain = new RecipeDraft(Recipe.Study).Settings.All.Single(setting => setting.Path == RecipeSettings.EmbeddingPath);
        string[] said = [.. chain.Descriptor.Choices.Select(chain.Choice)];

        Assert.Equal("Scaled features → Forest leaves → UMAP", said[0]);
        Assert.Equal("Scaled features", said[^1]);
        Assert.All(["Scaled features → UMAP", "Scaled features → Scaling → PCA", "Scaled features → Random trees → t-SNE"], name => Assert.Contains(name, said));
        Assert.Equal(EmbeddingCatalog.Chains.Length, said.Distinct().Count());
    }

    [Fact]
    public void Bounds_are_said_in_the_reader_s_language_from_the_numbers_of_the_descriptor()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("pt-BR");
            var settings = Everything.Settings.All.ToDictionary(setting => setting.Path);

            Assert.Equal("1 a 10.000 árvores", settings["embedding.forest-leaves.trees"].Bounds());
            Assert.Equal("1 a 10.000 passagens, ou vazio", settings["embedding.umap.epochs"].Bounds());
            Assert.Equal("1.000 ou mais clientes", settings["modelSample"].Bounds());
            Assert.Equal("acima de 0", settings["embedding.umap.spread"].Bounds());
            Assert.Equal("", settings["embedding.umap.metric"].Bounds());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Fact]
    public void A_pair_is_checked_when_both_are_in()
    {
        var draft = new RecipeDraft(Recipe.Study);
        draft["sweep.minimum"] = "40";
        Assert.Equal(["sweep.maximum"], draft.Errors.Keys);
        Assert.Equal(Insiders.Web.Localization.Texts.RunsPairSweep, draft.Errors["sweep.maximum"]);

        draft["sweep.maximum"] = "50";
        Assert.Equal(40, draft.Check()!.Sweep.Minimum);

        draft["embedding.umap.minimumDistance"] = "2";
        Assert.Equal(["embedding.umap.minimumDistance"], draft.Errors.Keys);
        Assert.Equal(Insiders.Web.Localization.Texts.RunsPairSpread, draft.Errors["embedding.umap.minimumDistance"]);
    }

    [Fact]
    public void Numbers_are_read_as_the_reader_writes_them()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("pt-BR");
            var draft = new RecipeDraft(Recipe.Study);
            Assert.Equal("0,1", draft["embedding.umap.minimumDistance"]);

            draft["embedding.umap.minimumDistance"] = "0,25";

            Assert.Equal(0.25, draft.Check()!.Embedding.OfType<UmapOptions>().Single().MinimumDistance); // 25 if the comma were taken for a thousands mark
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static ImmutableArray<string> Leaves(JsonObject node, string prefix) => [.. node.SelectMany(member => member.Value switch
    {
        JsonObject inner => Leaves(inner, $"{prefix}{member.Key}."),
        JsonArray { Count: > 0 } steps when steps[0] is JsonObject => steps.SelectMany(step => Leaves(step!.AsObject(), $"{prefix}{member.Key}.{step["kind"]}.").Where(path => !path.EndsWith(".kind", StringComparison.Ordinal))),
        _ => [prefix + member.Key],
    })];
}
