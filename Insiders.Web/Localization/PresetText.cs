using Insiders.Core.Pipeline;

namespace Insiders.Web.Localization;

/// <summary>Names and explanations of the presets of recipes in the reader's language.</summary>
public static class PresetText
{
    /// <summary>The name of a preset, by its name in options and files.</summary>
    public static string NameOf(string preset) => preset == RecipePresets.Study ? Texts.RunsPresetStudy : Texts.RunsPresetShop;

    /// <summary>What it is for, in one sentence.</summary>
    public static string SentenceOf(string preset) => preset == RecipePresets.Study ? Texts.RunsPresetStudyHint : Texts.RunsPresetShopHint;
}
