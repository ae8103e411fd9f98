using System.Collections.Immutable;

namespace Insiders.Core.Customers.Hypotheses;

/// <summary>The hypotheses that every run is asked about. The best segment is the one a programme starts with.</summary>
public static class HypothesisCatalog
{
    /// <summary>The share of false verdicts of one kind that is accepted, over all hypotheses shown.</summary>
    public const double Level = 0.05;

    /// <summary>The days between purchases of customers who came back.</summary>
    public const string DaysBetween = "avg_recency";

    private const string Revenue = "gross_revenue";
    private const string Items = "qtty_items";
    private const string Returns = "qtty_returns";
    private const string ReturnRate = "return_rate";

    /// <summary>The measures that have a total: a part of anything else says nothing.</summary>
    public static ImmutableArray<string> Totals { get; } = [Revenue, Items, "qtty_invoices", Returns];

    /// <summary>All of them, in the order of the page.</summary>
    public static ImmutableArray<Hypothesis> All { get; } =
    [
        new() { Id = "revenue-mean", Kind = HypothesisKind.Mean, Measure = Revenue, Group = HypothesisGroup.Best, Threshold = 2 },
        new() { Id = "revenue-median", Kind = HypothesisKind.Median, Measure = Revenue, Group = HypothesisGroup.Best, Threshold = 1.1 },
        new() { Id = "revenue-share", Kind = HypothesisKind.ShareOfTotal, Measure = Revenue, Group = HypothesisGroup.Best, Threshold = 0.15 },
        new() { Id = "items-mean", Kind = HypothesisKind.Mean, Measure = Items, Group = HypothesisGroup.Best, Threshold = 2 },
        new() { Id = "items-share", Kind = HypothesisKind.ShareOfTotal, Measure = Items, Group = HypothesisGroup.Best, Threshold = 0.1 },
        new() { Id = "products-share", Kind = HypothesisKind.ShareOfProducts, Group = HypothesisGroup.Best, Threshold = 0.1 },
        new() { Id = "come-back-sooner", Kind = HypothesisKind.Mean, Measure = DaysBetween, Group = HypothesisGroup.Best, IsAtLeast = false, Threshold = 1 },
        new() { Id = "return-rate-mean", Kind = HypothesisKind.Mean, Measure = ReturnRate, Group = HypothesisGroup.Best, IsAtLeast = false, Threshold = 1 },
        new() { Id = "return-rate-pooled", Kind = HypothesisKind.PooledReturns, Group = HypothesisGroup.Best, IsAtLeast = false, Threshold = 1 },
        new() { Id = "returns-mean", Kind = HypothesisKind.Mean, Measure = Returns, Group = HypothesisGroup.Best, IsAtLeast = false, Threshold = 0.9 },
        new() { Id = "more-items-fewer-returns", Kind = HypothesisKind.RanksTogether, Measure = Items, Other = ReturnRate, Group = HypothesisGroup.Everybody, IsAtLeast = false, Threshold = 0 },
        new() { Id = "first-half-of-month", Kind = HypothesisKind.MonthHalves, Group = HypothesisGroup.Everybody, Threshold = 1.1 },
        new() { Id = "every-weekday", Kind = HypothesisKind.EveryWeekday, Group = HypothesisGroup.Everybody },
        new() { Id = "every-hour", Kind = HypothesisKind.EveryHour, Group = HypothesisGroup.Everybody },
    ];

    /// <summary>The hypothesis of a key; null when the catalogue has none.</summary>
    public static Hypothesis? Find(string id) => All.FirstOrDefault(hypothesis => hypothesis.Id == id);
}
