using System.Globalization;
using Insiders.Core.Learning.Sweep;

namespace Insiders.Web.Charts.Spec;

/// <summary>The silhouette of every number of clusters that was tried, the winner in a colour of its own.</summary>
public static class SweepColumns
{
    /// <summary>The winner's colour.</summary>
    public const string Winner = "#D55E00";

    /// <summary>Everybody else's.</summary>
    public const string Other = "#7d9aa5";

    /// <summary>Builds the chart. A number of clusters without a defined silhouette has no bar.</summary>
    /// <param name="candidates">Ascending.</param>
    /// <param name="best">The number of clusters that won.</param>
    public static BarChart Build(IReadOnlyList<Candidate> candidates, int? best)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var defined = candidates.Where(candidate => candidate.Silhouette is not null).ToArray();
        var bars = defined.Select(candidate =>
        {
            var k = candidate.ClusterCount.ToString(CultureInfo.CurrentCulture);
            var score = candidate.Silhouette!.Value.ToString("N3", CultureInfo.CurrentCulture);
            var isBest = candidate.ClusterCount == best;
            var hover = Figures.Fill(isBest ? Texts.RunsSweepBest : Texts.RunsSweepHover, k, score);
            return new BarItem(k, Math.Round(candidate.Silhouette.Value, 6), isBest ? $"{score} ★" : score, hover) { Colour = isBest ? Winner : Other };
        }).ToArray();
        return new()
        {
            Title = Texts.RunsSweepTitle,
            FileName = "silhouettes",
            IsUpright = true,
            LabelTitle = Texts.RunsSweepClusters,
            Values = new ChartAxis(Texts.RunsSilhouette),
            Series = [new BarSeries(Texts.RunsSilhouette, Other, [.. bars])],
            Table = new([Texts.RunsSweepClusters, Texts.RunsSilhouette], [.. defined.Zip(bars, (candidate, bar) => new ChartRow([ChartCell.Whole(candidate.ClusterCount), ChartCell.Number(candidate.Silhouette!.Value, bar.Text)]))]),
        };
    }
}
