using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Learning.Sweep;

namespace Insiders.Web.Charts.Spec;

/// <summary>Charts the silhouette of every number of clusters that was tried, with the chosen one highlighted.</summary>
public static class SweepColumns
{
    /// <summary>Colour of the chosen candidate.</summary>
    public const string Winner = "#D55E00";

    /// <summary>Colour of the others.</summary>
    public const string Other = "#7d9aa5";

    /// <summary>Builds the chart. A candidate without a defined silhouette has no bar.</summary>
    /// <param name="candidates">Ascending by number of clusters. If there are several methods, the candidates of each are grouped and labelled with its name.</param>
    public static BarChart Build(IReadOnlyList<Candidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var isOne = candidates.DistinctBy(candidate => candidate.Method).Count() < 2;
        var defined = candidates.Where(candidate => candidate.Silhouette is not null).GroupBy(candidate => candidate.Method).SelectMany(method => method).ToArray();
        var bars = defined.Select(candidate => Bar(candidate, isOne)).ToArray();
        string[] headings = [Texts.RunsSweepClusters, Texts.RunsSilhouette];
        return new()
        {
            Title = Texts.RunsSweepTitle,
            FileName = "silhouettes",
            IsUpright = true,
            LabelTitle = Texts.RunsSweepClusters,
            Values = new ChartAxis(Texts.RunsSilhouette),
            Series = [new BarSeries(Texts.RunsSilhouette, Other, [.. bars])],
            Table = new(isOne ? [.. headings] : [Texts.RunsMethod, .. headings], [.. defined.Zip(bars, (candidate, bar) => new ChartRow(Cells(candidate, bar, isOne)))]),
        };
    }

    private static BarItem Bar(Candidate candidate, bool isOne)
    {
        var (k, method) = (candidate.ClusterCount.ToString(CultureInfo.CurrentCulture), SettingText.Method(candidate.Method));
        var score = candidate.Silhouette!.Value.ToString("N3", CultureInfo.CurrentCulture);
        var hover = isOne ? Format.Fill(candidate.IsWinner ? Texts.RunsSweepBest : Texts.RunsSweepHover, k, score)
            : Format.Fill(candidate.IsWinner ? Texts.RunsSweepBestOf : Texts.RunsSweepHoverOf, method, k, score);
        return new BarItem(isOne ? k : $"{method} {k}", Math.Round(candidate.Silhouette.Value, 6), candidate.IsWinner ? $"{score} ★" : score, hover)
        {
            Colour = candidate.IsWinner ? Winner : Other,
        };
    }

    private static ImmutableArray<ChartCell> Cells(Candidate candidate, BarItem bar, bool isOne)
    {
        ImmutableArray<ChartCell> cells = [ChartCell.Whole(candidate.ClusterCount), ChartCell.Number(candidate.Silhouette!.Value, bar.Text)];
        return isOne ? cells : [ChartCell.Of(SettingText.Method(candidate.Method)), .. cells];
    }
}
