using System.Globalization;
using System.Reflection;
using Insiders.Core.Cleaning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Numerics;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Pipeline;

public sealed class RecipeJsonTests
{
    [Fact]
    public void What_is_written_is_read_again_setting_by_setting()
    {
        var recipe = new Recipe
        {
            Seed = ulong.MaxValue,
            Cleaning = new CleaningSettings
            {
                DisabledRules = ["no-customer"],
                ControlCodes = ["AÇ"],
                AbsoluteQuantityCodes = [],
                ExcludedCustomers = ["1", "2"],
                MaximumReturnShare = 0.1 + 0.2,
            },
            ModelFeatures = ["recency_days"],
            Embedding =
            [
                new ForestOptions { Trees = 7, Bootstrap = false, MinimumLeaf = 3 },
                new UmapOptions
                {
                    Dimensions = 5,
                    Neighbours = 9,
                    Metric = RowMetric.Hamming,
                    MinimumDistance = 0.2,
                    Spread = 1.5,
                    Epochs = 20,
                    NegativeSamples = 2,
                },
            ],
            Projection = new ProjectionOptions { Epochs = 30 },
            Sweep = new SweepOptions { Minimum = 3, Maximum = 4, SilhouetteSample = 500 },
            Clustering =
            [
                new KMeansOptions { Starts = 4, MaximumIterations = 60 },
                new MixtureOptions { Covariance = CovarianceShape.Diagonal, Starts = 2, Regularisation = 1e-5, Tolerance = 1e-4, MaximumIterations = 50 },
            ],
            Merge = new MergeOptions { Keep = 2 },
            ModelSample = 2_000,
        };

        var json = RecipeJson.Write(recipe);
        var again = RecipeJson.Read(json);

        Assert.Equal(json, RecipeJson.Write(again));
        Assert.Equal(recipe.Cleaning.MaximumReturnShare, again.Cleaning.MaximumReturnShare);
        Assert.Equal(recipe.ModelFeatures.AsEnumerable(), again.ModelFeatures);
        Assert.Equal(recipe.Embedding.AsEnumerable(), again.Embedding);
        Assert.Equal(recipe.Clustering.AsEnumerable(), again.Clustering);
        Assert.Equal(recipe.Projection, again.Projection);
        Assert.Equal(recipe.Seed, again.Seed);
    }

    [Fact]
    public void Missing_settings_take_their_defaults()
    {
        var recipe = RecipeJson.Read("""{ "sweep": { "maximum": 20 } }""");

        Assert.Equal(12, recipe.Sweep.Minimum);
        Assert.Equal(20, recipe.Sweep.Maximum);
        Assert.Equal(RecipeJson.Write(Recipe.Study), RecipeJson.Write(recipe with { Sweep = new SweepOptions() }));
    }

    [Fact]
    public void A_recipe_without_a_version_is_read_on_as_it_was()
    {
        var recipe = RecipeJson.Read(EarlierRecipe.Json);

        Assert.Equal(7UL, recipe.Seed);
        Assert.Equal(["AMAZONFEE", "M"], recipe.Cleaning.ControlCodes.AsEnumerable());
        Assert.Equal(["latitude", "recency_days"], recipe.ModelFeatures.AsEnumerable());
        Assert.Equal<EmbeddingOptions>(
            [
                new ForestOptions { Trees = 250, Bootstrap = false, MinimumLeaf = 2 },
                new UmapOptions { Dimensions = 8, Neighbours = 12, Metric = RowMetric.Hamming, MinimumDistance = 0.05, Spread = 1.25, Epochs = 180, NegativeSamples = 4 },
            ],
            recipe.Embedding);
        Assert.Equal(new ProjectionOptions { Epochs = 90 }, recipe.Projection);
        Assert.Equal(new SweepOptions { Minimum = 5, Maximum = 9, SilhouetteSample = 4_000 }, recipe.Sweep);
        Assert.Equal<ClustererOptions>([new MixtureOptions { Covariance = CovarianceShape.Diagonal, Starts = 2, Regularisation = 1e-5, Tolerance = 2e-3, MaximumIterations = 80 }], recipe.Clustering);
        Assert.Equal(new MergeOptions { Keep = 3 }, recipe.Merge);
        Assert.Equal(5_000, recipe.ModelSample);
        Assert.Equal(RecipeJson.Fingerprint(recipe), RecipeJson.Fingerprint(RecipeJson.Read(RecipeJson.Write(recipe))));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "mapEpochs": null, "embedding": {}, "mixture": { "starts": 3 } }""")]
    [InlineData("""{ "version": 2, "projection": {} }""")]
    public void What_a_recipe_leaves_out_is_the_study_s(string json)
    {
        Assert.True(RecipeJson.IsStudy(RecipeJson.Read(json)));
        Assert.False(RecipeJson.IsStudy(RecipeJson.Read("""{ "mixture": { "starts": 2 } }""")));
    }

    [Fact]
    public void A_step_is_told_by_its_kind_wherever_that_stands_in_it()
    {
        var recipe = RecipeJson.Read("""{ "embedding": [{ "neighbours": 9, "kind": "umap" }], "clustering": [{ "starts": 2, "kind": "k-means" }] }""");

        Assert.Equal<EmbeddingOptions>([new UmapOptions { Neighbours = 9 }], recipe.Embedding);
        Assert.Equal<ClustererOptions>([new KMeansOptions { Starts = 2 }], recipe.Clustering);
        Assert.Empty(RecipeJson.Read("""{ "embedding": [] }""").Embedding);
    }

    [Fact]
    public void Methods_are_those_of_the_catalogue_that_is_handed_in()
    {
        var methods = StripesOptions.AmongOthers;
        var recipe = RecipeJson.Read("""{ "clustering": [{ "kind": "stripes", "leftOut": 3 }] }""", methods);

        Assert.Equal<ClustererOptions>([new StripesOptions { LeftOut = 3 }], recipe.Clustering);
        Assert.Equal(RecipeJson.Fingerprint(recipe), RecipeJson.Fingerprint(RecipeJson.Read(RecipeJson.Write(recipe), methods)));
        Assert.Contains("'clustering.stripes.leftOut' is 21, but must be 0 to 20", Assert.Throws<RecipeException>(() => RecipeJson.Read("""{ "clustering": [{ "kind": "stripes", "leftOut": 21 }] }""", methods)).Message, StringComparison.Ordinal);
        Assert.Contains("one of \"gaussian-mixture\"", Assert.Throws<RecipeException>(() => RecipeJson.Read(RecipeJson.Write(recipe))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_and_trailing_commas_are_allowed()
    {
        var recipe = RecipeJson.Read("""
            {
              // a smaller forest
              "forest": { "trees": 50, },
            }
            """);

        Assert.Equal(50, Assert.IsType<ForestOptions>(recipe.Embedding[0]).Trees);
    }

    [Fact]
    public void Enumerations_are_words()
        => Assert.Equal(RowMetric.Hamming, RecipeJson.Read("""{ "embedding": { "metric": "hamming" } }""").Embedding.OfType<UmapOptions>().Single().Metric);

    [Theory]
    [InlineData("""{ "sweep": { "minimum": 1 } }""", "'sweep.minimum' is 1", "2 to 200", "")]
    [InlineData("""{ "merge": { "keep": 51 } }""", "'merge.keep' is 51", "0 to 50", "")]
    [InlineData("""{ "embedding": { "spread": -0.5 } }""", "embedding.spread", "-0.5", "above 0")]
    [InlineData("""{ "embedding": { "epochs": 0 } }""", "'embedding.epochs' is 0", "1 to 10,000, or null", "")]
    [InlineData("""{ "mapEpochs": 10001 }""", "'mapEpochs' is 10001", "1 to 10,000", "")]
    [InlineData("""{ "modelFeatures": [] }""", "modelFeatures", "at least one feature", "")]
    [InlineData("""{ "sweep": { "minimum": 9, "maximum": 8 } }""", "sweep", "(9)", "(8)")]
    [InlineData("""{ "embedding": { "minimumDistance": 2.5 } }""", "embedding", "(2.5)", "(1)")]
    [InlineData("""{ "sweep": { "least": 1 } }""", "no setting 'sweep.least'", "minimum, maximum, silhouetteSample", "")]
    [InlineData("""{ "Seed": 1 }""", "no setting 'Seed'", "seed", "")]
    [InlineData("""{ "forest": { "seed": 1 } }""", "no setting 'forest.seed'", "", "")]
    [InlineData("""{ "forest": { "trees": "many" } }""", "'forest.trees'", "\"many\"", "a whole number")]
    [InlineData("""{ "forest": { "trees": 2.5 } }""", "'forest.trees'", "2.5", "a whole number")]
    [InlineData("""{ "forest": { "bootstrap": 1 } }""", "'forest.bootstrap'", "1", "true or false")]
    [InlineData("""{ "forest": null }""", "'forest'", "null", "a group of settings")]
    [InlineData("""{ "embedding": { "metric": "cosine" } }""", "'embedding.metric'", "\"cosine\"", "one of \"euclidean\", \"hamming\"")]
    [InlineData("""{ "embedding": { "metric": 1 } }""", "'embedding.metric'", "1", "one of \"euclidean\"")]
    [InlineData("""{ "cleaning": { "controlCodes": "M" } }""", "'cleaning.controlCodes'", "\"M\"", "a list of texts")]
    [InlineData("""{ "cleaning": { "controlCodes": null } }""", "'cleaning.controlCodes'", "null", "a list of texts")]
    [InlineData("""{ "seed": -1 }""", "'seed'", "-1", "0 or more")]
    [InlineData("""{ "seed": 18446744073709551616 }""", "'seed'", "18446744073709551616", "a whole number")]
    [InlineData("""{ "forest": { "minimumLeaf": 3000000000 } }""", "'forest.minimumLeaf'", "3000000000", "1 or more")]
    [InlineData("""{ "cleaning": { "maximumReturnShare": 0 } }""", "'cleaning.maximumReturnShare'", "0", "above 0, at most 1,000")]
    [InlineData("""{ "cleaning": { "disabledRules": ["none"] } }""", "cleaning.disabledRules", "'none'", "no-price")]
    [InlineData("""{ "seed": 1, "seed": 2 }""", "'seed' occurs twice", "", "")]
    [InlineData("""{ "forest": { "trees": 1, "seed": 2 }, "forest": {} }""", "no setting 'forest.seed'", "", "")]
    [InlineData("""{ "merge": { "keep": 4, "keep": 4 } }""", "'merge.keep' occurs twice", "", "")]
    [InlineData("""{ "modelFeatures": ["latitude", "recency"] }""", "'modelFeatures'", "'recency'", "recency_days")]
    [InlineData("""{ "modelFeatures": [null] }""", "'modelFeatures'", "[null]", "a list of texts")]
    [InlineData("""{ "version": 3 }""", "'version'", "3", "must be 2")]
    [InlineData("""{ "version": 2, "forest": {} }""", "no setting 'forest'", "embedding, clustering", "")]
    [InlineData("""{ "clustering": [] }""", "'clustering'", "at least one", "")]
    [InlineData("""{ "clustering": {} }""", "'clustering'", "{}", "a list of steps")]
    [InlineData("""{ "clustering": ["k-means"] }""", "'clustering[0]'", "\"k-means\"", "a group of settings")]
    [InlineData("""{ "clustering": [{ "starts": 2 }] }""", "'clustering[0].kind'", "null", "one of \"gaussian-mixture\", \"k-means\"")]
    [InlineData("""{ "clustering": [{ "kind": "k-means", "starts": 0 }] }""", "'clustering.k-means.starts' is 0", "1 to 1,000", "")]
    [InlineData("""{ "clustering": [{ "kind": "k-means", "covariance": "full" }] }""", "no setting 'clustering.k-means.covariance'", "starts, maximumIterations", "")]
    [InlineData("""{ "clustering": [{ "kind": "k-means" }, { "kind": "k-means" }] }""", "'clustering'", "'k-means' stands twice", "")]
    [InlineData("""{ "embedding": [{ "kind": "umap", "minimumDistance": 2.5 }] }""", "'embedding'", "(2.5)", "(1)")]
    [InlineData("""{ "embedding": [{ "kind": "umap", "metric": "cosine" }] }""", "'embedding.umap.metric'", "\"cosine\"", "one of \"euclidean\", \"hamming\"")]
    [InlineData("""{ "projection": { "epochs": 10001 } }""", "'projection.epochs' is 10001", "1 to 10,000", "")]
    [InlineData("[1]", "A recipe is a JSON object", "[1]", "")]
    [InlineData("{ \"ção\": x }", "line 1 cannot be read from character 10 onwards", "", "")]
    [InlineData("{ \"seed\": 1\n \"merge\": {} }", "not JSON: line 2 cannot be read from character 2 onwards", "", "")]
    [InlineData("", "not JSON", "", "")]
    public void A_recipe_that_cannot_be_used_is_refused_with_setting_value_and_bound(string json, string setting, string value, string bound)
    {
        var error = Assert.Throws<RecipeException>(() => RecipeJson.Read(json));

        Assert.Contains(setting, error.Message, StringComparison.Ordinal);
        Assert.Contains(value, error.Message, StringComparison.Ordinal);
        Assert.Contains(bound, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_culture_of_the_reader_does_not_matter()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal(1.5, RecipeJson.Read("""{ "embedding": { "spread": 1.5 } }""").Embedding.OfType<UmapOptions>().Single().Spread); // 15 under de-DE
            Assert.Contains("\"minimumDistance\": 0.1", RecipeJson.Write(Recipe.Study), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_fingerprint_follows_the_settings_and_not_the_order_they_are_written_in()
    {
        var one = RecipeJson.Fingerprint(RecipeJson.Read("""{ "seed": 7, "merge": { "keep": 3 } }"""));
        var other = RecipeJson.Fingerprint(RecipeJson.Read("""{ "merge": { "keep": 3 }, "seed": 7 }"""));

        Assert.Equal(one, other);
        Assert.Matches("^[0-9a-f]{64}$", one);
        Assert.NotEqual(one, RecipeJson.Fingerprint(Recipe.Study));
        Assert.NotEqual(one, RecipeJson.Fingerprint(Recipe.Study with { Seed = 7, Merge = new MergeOptions { Keep = 2 } }));
    }

    [Fact]
    public void The_cleaning_of_a_recipe_is_read_and_fingerprinted_alone()
    {
        var recipe = Recipe.Study with { Seed = 7, Cleaning = new() { DisabledRules = ["no-customer"], ControlCodes = ["FEE"], MaximumReturnShare = 0.5 } };

        var cleaning = RecipeJson.ReadCleaning(RecipeJson.Write(recipe));

        Assert.Equal(["no-customer"], cleaning.DisabledRules.AsEnumerable());
        Assert.Equal(["FEE"], cleaning.ControlCodes.AsEnumerable());
        Assert.Equal(0.5, cleaning.MaximumReturnShare);
        Assert.Equal(recipe.Cleaning.ExcludedCustomers.AsEnumerable(), cleaning.ExcludedCustomers);
        Assert.Equal(RecipeJson.CleaningFingerprint(recipe.Cleaning), RecipeJson.CleaningFingerprint(cleaning));
        Assert.NotEqual(RecipeJson.CleaningFingerprint(CleaningSettings.Default), RecipeJson.CleaningFingerprint(cleaning));
    }

    [Fact]
    public void Every_setting_of_cleaning_is_read_and_fingerprinted()
    {
        var changed = new CleaningSettings
        {
            DisabledRules = ["no-price"],
            ControlCodes = ["FEE", "TAX"],
            AbsoluteQuantityCodes = [],
            ExcludedCustomers = ["C-1", "<é>"],
            MaximumReturnShare = 0.25,
            TellsApart = true,
            ExcludedCountries = ["Unspecified"],
            LowestPrice = 0.04,
            InventsCustomers = true,
            DropsReturns = true,
            NeedsPurchase = true,
            FewestDates = 2,
        };

        var read = RecipeJson.ReadCleaning(RecipeJson.Write(Recipe.Study with { Cleaning = changed }));

        Assert.All(typeof(CleaningSettings).GetProperties().Where(property => property.CanWrite), property =>
        {
            Assert.NotEqual(Shown(property, CleaningSettings.Default), Shown(property, changed));
            Assert.Equal(Shown(property, changed), Shown(property, read));
            var one = CleaningSettings.Default with { };
            property.SetValue(one, property.GetValue(changed));
            Assert.NotEqual(RecipeJson.CleaningFingerprint(CleaningSettings.Default), RecipeJson.CleaningFingerprint(one));
        });
    }

    // SHA-256 of the members sorted by name, without spaces; files of sales are called by it.
    [Fact]
    public void The_fingerprint_of_cleaning_stays_what_it_was()
        => Assert.Equal("3fc0b3067e2cf31a0d68b4ea3eb694777b896186c3d987cbd5f63a7d2e9e31d6", RecipeJson.CleaningFingerprint(CleaningSettings.Default));

    [Fact]
    public void Threads_are_no_part_of_a_recipe()
    {
        var other = Recipe.Study with { Embedding = [new ForestOptions { Threads = 1, Seed = 9 }, new UmapOptions { Threads = 1 }], Clustering = [new MixtureOptions { Components = 9, Threads = 1 }] };

        Assert.Equal(RecipeJson.Fingerprint(Recipe.Study), RecipeJson.Fingerprint(other));
        Assert.DoesNotContain("threads", RecipeJson.Write(other), StringComparison.OrdinalIgnoreCase);
    }

    private static string Shown(PropertyInfo property, CleaningSettings settings)
        => property.GetValue(settings) is IEnumerable<string> texts ? string.Join('|', texts) : $"{property.GetValue(settings)}";
}
