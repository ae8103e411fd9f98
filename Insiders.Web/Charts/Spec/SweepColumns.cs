using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Learning.Sweep;

namespace Insiders.Web.Charts.Spec;

/// <summary>Charts what every number of clusters that was tried was judged by, its silhouette or its stability, with the chosen one highlighted.</summary>
public static class SweepColumns
{
    /// <summary>Colour of the chosen candidate.</summary>
    public const string Winner = "#D55E00";

    /// <summary>Colour of the others.</summary>
    public const string Other = "#7d9aa5";

    /// <summary>Builds the chart. A candidate without a defined score has no bar.</summary>
    /// <param name="candidates">Ascending by number of clusters. If there are several methods, the candidates of each are grouped and labelled with its name.</param>
    public static BarChart Build(IReadOnlyList<Candidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var isOne = candidates.DistinctBy(candidate => candidate.Method).Count() < 2;
        var isByStability = candidates.Any(candidate => candidate.Stability is not null);
        var (title, axis) = isByStability ? (Texts.RunsSweepStableTitle, Texts.RunsStability) : (Texts.RunsSweepTitle, Texts.RunsSilhouette);
        Func<Candidate, double?> score = candidate => isByStability ? candidate.Stability : candidate.Silhouette;
        var defined = candidates.Where(candidate => score(candidate) is not null).GroupBy(candidate => candidate.Method).SelectMany(method => method).ToArray();
        var bars = defined.Select(candidate => Bar(candidate, score(candidate)!.Value, isOne)).ToArray();
        string[] headings = [Texts.RunsSweepClusters, axis];
        return new()
        {
            Title = title,
            FileName = isByStability ? "stability" : "silhouettes",
            IsUpright = true,
            LabelTitle = Texts.RunsSweepClusters,
            Values = new ChartAxis(axis),
            Series = [new BarSeries(axis, Other, [.. bars])],
            Table = new(isOne ? [.. headings] : [Texts.RunsMethod, .. headings], [.. defined.Zip(bars, (candidate, bar) => new ChartRow(Cells(candidate, score(candidate)!.Value, bar, isOne)))]),
        };
    }

    private static BarItem Bar(Candidate candidate, double value, bool isOne)
    {
        var (k, method) = (candidate.ClusterCount.ToString(CultureInfo.CurrentCulture), SettingText.Method(candidate.Method));
        var score = value.ToString("N3", CultureInfo.CurrentCulture);
        var hover = isOne ? Format.Fill(candidate.IsWinner ? Texts.RunsSweepBest : Texts.RunsSweepHover, k, score)
            : Format.Fill(candidate.IsWinner ? Texts.RunsSweepBestOf : Texts.RunsSweepHoverOf, method, k, score);
        return new BarItem(isOne ? k : $"{method} {k}", Math.Round(value, 6), candidate.IsWinner ? $"{score} ★" : score, hover)
        {
            Colour = candidate.IsWinner ? Winner : Other,
        };
    }

    private static ImmutableArray<ChartCell> Cells(Candidate candidate, double value, BarItem bar, bool isOne)
    {
        ImmutableArray<ChartCell> cells = [ChartCell.Whole(candidate.ClusterCount), ChartCell.Number(value, bar.Text)];
        return isOne ? cells : [ChartCell.Of(SettingText.Method(candidate.Method)), .. cells];
    }
}
