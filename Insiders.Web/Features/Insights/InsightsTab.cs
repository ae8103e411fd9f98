namespace Insiders.Web.Features.Insights;

/// <summary>The pages of this feature, as their tabs call them.</summary>
public static class InsightsTab
{
    /// <summary>The addresses.</summary>
    public const string Hypotheses = "/insights", Returns = "/insights/returns", Revenue = "/insights/revenue", Cohorts = "/insights/cohorts";

    /// <summary>The tabs in order: their addresses and names.</summary>
    public static IReadOnlyList<(string Key, string Text)> All() =>
        [(Hypotheses, Texts.InsightsHypotheses), (Returns, Texts.ReturnsPage), (Revenue, Texts.TreePage), (Cohorts, Texts.CohortsPage)];
}
