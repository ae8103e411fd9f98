using System.Globalization;
using Insiders.Core.Problems;
using Insiders.Core.Settings;

namespace Insiders.Web.Localization;

/// <summary>Texts of settings and methods, looked up by the key of their descriptor; bounds are worded from the descriptor's own numbers.</summary>
public static class SettingText
{
    /// <summary>The name of a setting.</summary>
    public static string Label(SettingDescriptor setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Find("RunsSetting" + setting.TextKey) ?? setting.Name;
    }

    /// <summary>What a setting does, in one sentence; empty for one that has no text.</summary>
    public static string Sentence(SettingDescriptor setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Find($"RunsSetting{setting.TextKey}Hint") ?? "";
    }

    /// <summary>The values a setting accepts; empty for switches and choices.</summary>
    public static string Bounds(SettingDescriptor setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting switch
        {
            { Range: { } range } => WithNone(Counted(Numbers(range), setting.Unit), range, Texts.SettingOrEmpty),
            { Kind: SettingKind.Features or SettingKind.Several } => Texts.SettingAtLeastOne,
            _ => "",
        };
    }

    /// <summary>The numbers a setting in JSON accepts.</summary>
    public static string Of(NumberRange range) => WithNone(Numbers(range), range, Texts.ProblemWantedOrNull);

    /// <summary>The display name of a choice.</summary>
    public static string Choice(string word) => Find("RunsChoice" + Pascal(word)) ?? word;

    /// <summary>The name of a clustering method or an embedding step, by its name in files.</summary>
    public static string Method(string kind) => Find("RunsMethod" + Pascal(kind)) ?? kind;

    /// <summary>What a method does.</summary>
    /// <param name="kind">Its name in files.</param>
    /// <param name="sentence">The catalogue's own sentence, for a method without a text.</param>
    public static string MethodSentence(string kind, string sentence) => Find($"RunsMethod{Pascal(kind)}Hint") ?? sentence;

    private static string Numbers(NumberRange range) => (range.LowestIsOut, range.HasHighest) switch
    {
        (false, true) when range.IsOne => Number(range.Lowest),
        (false, true) => Format.Fill(Texts.SettingFromTo, Number(range.Lowest), Number(range.Highest)),
        (false, false) => Format.Fill(Texts.SettingFrom, Number(range.Lowest)),
        (true, true) => Format.Fill(Texts.SettingAboveTo, Number(range.Lowest), Number(range.Highest)),
        _ => Format.Fill(Texts.SettingAbove, Number(range.Lowest)),
    };

    private static string Counted(string numbers, SettingUnit unit) => Find("RunsUnit" + unit) is { } text ? Format.Fill(text, numbers) : numbers;

    private static string WithNone(string numbers, NumberRange range, string orNone) => range.MayBeNone ? Format.Fill(orNone, numbers) : numbers;

    private static string Number(double value) => value.ToString("#,##0.##########", CultureInfo.CurrentCulture);

    private static string? Find(string key) => Texts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);

    private static string Pascal(string word) => string.Concat(word.Split('-').Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]));
}
