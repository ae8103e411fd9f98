using System.Globalization;
using Insiders.Core.Import;
using Insiders.Core.Problems;
using Insiders.Core.Segments;

namespace Insiders.Web.Localization;

/// <summary>Words problems in the reader's language: a text for every code, and a format for every kind of value.</summary>
public static class ProblemText
{
    private const int ShownHeaders = 12;

    /// <summary>The sentence of a problem.</summary>
    public static string Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Texts.ResourceManager.GetString(KeyOf(problem.Code), CultureInfo.CurrentUICulture) is { } text
            ? Format.Fill(text, [.. problem.Values.Select(value => Words(problem, value))]) : problem.Sentence;
    }

    /// <summary>The sentence of a result's problem; null on success.</summary>
    public static string? OrNull(Problem? problem) => problem is null ? null : Of(problem);

    /// <summary>The sentence for an exception.</summary>
    public static string Of(Exception failure) => Of(Problem.Of(failure));

    /// <summary>Resource key of a code's text.</summary>
    public static string KeyOf(ProblemCode code) => "Problem" + code;

    /// <summary>Why a setting was refused, without its name, for display beside the setting.</summary>
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
        ProblemValueKind.Number => Format.Whole(value.Number),
        ProblemValueKind.Bytes => Format.Size(value.Number),
        ProblemValueKind.Columns => string.Join(", ", value.ColumnNames.Where(name => Enum.TryParse<LedgerColumn>(name, out _)).Select(name => LedgerColumnText.Of(Enum.Parse<LedgerColumn>(name)))),
        ProblemValueKind.Headers => HeadersOf(value.Headers),
        ProblemValueKind.Moment => Format.Moment(value.Time),
        ProblemValueKind.Language => value.Text == "en" ? Texts.SegEditEnglish : Texts.SegEditPortuguese,
        ProblemValueKind.Bilingual => Format.NameOf(new SegmentName("", value.Headers[0], value.Headers[^1])),
        ProblemValueKind.Rule => RuleText.Name(value.Text),
        ProblemValueKind.Reason => Of(Problem.FromText(value.Text)),
        ProblemValueKind.Column => Enum.TryParse<LedgerColumn>(value.Text, out var column) ? LedgerColumnText.Of(column) : value.Text,
        ProblemValueKind.Day => Format.Day(DateOnly.ParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ProblemValueKind.Wanted => WantedOf(value.Text),
        ProblemValueKind.Range => NumberRange.FromText(value.Text) is { } range ? SettingText.Of(range) : value.Text,
        ProblemValueKind.Method => SettingText.Method(value.Text),
        ProblemValueKind.Refusal => RefusalOf(problem),
        _ => value.Text,
    };

    private static string HeadersOf(string[] headers) => headers switch
    {
        [var one] => Format.Fill(Texts.ProblemHeaderOne, one),
        _ => string.Join(", ", headers.Take(ShownHeaders).Select(header => $"'{header}'")) + (headers.Length > ShownHeaders ? " …" : ""),
    };

    private static string WantedOf(string wanted) => wanted.EndsWith('?') ? Format.Fill(Texts.ProblemWantedOrNull, WantedOf(wanted[..^1])) : wanted switch
    {
        "flag" => Texts.ProblemWantedFlag,
        "number" => Texts.ProblemWantedNumber,
        "texts" => Texts.ProblemWantedTexts,
        "whole" => Texts.ProblemWantedWhole,
        "steps" => Texts.ProblemWantedSteps,
        _ => Format.Fill(Texts.ProblemWantedOneOf, wanted),
    };
}
