using System.Globalization;
using Insiders.Core.Import;
using Insiders.Core.Problems;
using Insiders.Core.Segments;

namespace Insiders.Web.Localization;

/// <summary>What went wrong, in the reader's language: a text for every code, and words for the kinds of values.</summary>
public static class ProblemTexts
{
    private const int ShownHeaders = 12;

    /// <summary>The sentence.</summary>
    public static string Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Texts.ResourceManager.GetString(KeyOf(problem.Code), CultureInfo.CurrentUICulture) is { } text
            ? Figures.Fill(text, [.. problem.Values.Select(value => Words(problem, value))]) : problem.Sentence;
    }

    /// <summary>The sentence of what stood in the way; null where nothing did.</summary>
    public static string? OrNull(Problem? problem) => problem is null ? null : Of(problem);

    /// <summary>What a failure means to the reader.</summary>
    public static string Of(Exception failure) => Of(Problem.Of(failure));

    /// <summary>Where the text of a code stands.</summary>
    public static string KeyOf(ProblemCode code) => "Problem" + code;

    /// <summary>Why a setting was refused, without its name: for a place that stands beside the setting.</summary>
    /// <param name="problem">A <see cref="ProblemCode.SettingRefused"/>.</param>
    public static string RefusalOf(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (setting, refusal) = (problem.Values[0].Text, problem.Values[^1].Text);
        return setting switch
        {
            "sweep" => Texts.RunsPairSweep,
            "embedding" when refusal.StartsWith("The minimum distance", StringComparison.Ordinal) => Texts.RunsPairSpread,
            "modelFeatures" or "clustering" when refusal.Contains("at least one", StringComparison.Ordinal) => Texts.SettingAtLeastOne,
            _ => refusal,
        };
    }

    /// <summary>One value in words.</summary>
    public static string Of(ProblemValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Words(Problem.Of(ProblemCode.Other, value.Text), value);
    }

    private static string Words(Problem problem, ProblemValue value) => value.Kind switch
    {
        ProblemValueKind.Number => Figures.Whole(value.Number),
        ProblemValueKind.Bytes => Figures.Size(value.Number),
        ProblemValueKind.Columns => string.Join(", ", value.ColumnNames.Where(name => Enum.TryParse<LedgerColumn>(name, out _)).Select(name => LedgerColumnTexts.Of(Enum.Parse<LedgerColumn>(name)))),
        ProblemValueKind.Headers => HeadersOf(value.Headers),
        ProblemValueKind.Moment => Figures.Moment(value.Time),
        ProblemValueKind.Language => value.Text == "en" ? Texts.SegEditEnglish : Texts.SegEditPortuguese,
        ProblemValueKind.Bilingual => Figures.NameOf(new SegmentName("", value.Headers[0], value.Headers[^1])),
        ProblemValueKind.Rule => RuleTexts.Name(value.Text),
        ProblemValueKind.Reason => RejectReason.Of(value.Text),
        ProblemValueKind.Wanted => WantedOf(value.Text),
        ProblemValueKind.Range => NumberRange.FromText(value.Text) is { } range ? SettingTexts.Of(range) : value.Text,
        ProblemValueKind.Method => SettingTexts.Method(value.Text),
        ProblemValueKind.Refusal => RefusalOf(problem),
        _ => value.Text,
    };

    private static string HeadersOf(string[] headers) => headers switch
    {
        [var one] => Figures.Fill(Texts.ProblemHeaderOne, one),
        _ => string.Join(", ", headers.Take(ShownHeaders).Select(header => $"'{header}'")) + (headers.Length > ShownHeaders ? " …" : ""),
    };

    private static string WantedOf(string wanted) => wanted.EndsWith('?') ? Figures.Fill(Texts.ProblemWantedOrNull, WantedOf(wanted[..^1])) : wanted switch
    {
        "flag" => Texts.ProblemWantedFlag,
        "number" => Texts.ProblemWantedNumber,
        "texts" => Texts.ProblemWantedTexts,
        "whole" => Texts.ProblemWantedWhole,
        "steps" => Texts.ProblemWantedSteps,
        _ => Figures.Fill(Texts.ProblemWantedOneOf, wanted),
    };
}
