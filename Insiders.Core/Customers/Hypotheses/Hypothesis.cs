using System.Collections.Immutable;
using Insiders.Core.Features;

namespace Insiders.Core.Customers.Hypotheses;

/// <summary>A sentence about customers that the data can bear out or contradict, such as "the best segment buys at least twice as many items as the average customer".</summary>
public sealed record Hypothesis
{
    /// <summary>Names it: a key of <see cref="HypothesisCatalog"/>, or one that was drawn for a hypothesis of one's own. Never reused.</summary>
    public required string Id { get; init; }

    /// <summary>What is compared.</summary>
    public required HypothesisKind Kind { get; init; }

    /// <summary>The measure compared; empty where the kind needs none.</summary>
    public string Measure { get; init; } = "";

    /// <summary>The other measure, of <see cref="HypothesisKind.RanksTogether"/>.</summary>
    public string Other { get; init; } = "";

    /// <summary>Whom it is about.</summary>
    public required HypothesisGroup Group { get; init; }

    /// <summary>True for "at least", false for "at most".</summary>
    public bool IsAtLeast { get; init; } = true;

    /// <summary>
    /// What the figure is held against: a ratio (2 is twice as much, 1 as much), a share (0.15 is 15 %), or a correlation (−1 to 1). Not looked at where something is
    /// counted on every weekday or hour.
    /// </summary>
    public double Threshold { get; init; } = 1;

    /// <summary>Who wrote it; null for those of the catalogue.</summary>
    public string? Author { get; init; }

    /// <summary>True when it compares a group with all customers, as a ratio.</summary>
    public bool IsRatio => Kind is HypothesisKind.Mean or HypothesisKind.Median or HypothesisKind.PooledReturns or HypothesisKind.MonthHalves;

    /// <summary>True when it is counted, so that chance has no part in it.</summary>
    public bool IsCounted => Kind is HypothesisKind.ShareOfProducts or HypothesisKind.EveryWeekday or HypothesisKind.EveryHour;

    /// <summary>True when the verdict is about some customers rather than all of them.</summary>
    public bool NeedsGroup => Kind is HypothesisKind.Mean or HypothesisKind.Median or HypothesisKind.PooledReturns or HypothesisKind.ShareOfTotal or HypothesisKind.ShareOfProducts;

    /// <summary>The kinds that people may write hypotheses of.</summary>
    public static ImmutableArray<HypothesisKind> OwnKinds { get; } = [HypothesisKind.Mean, HypothesisKind.Median, HypothesisKind.ShareOfTotal, HypothesisKind.PooledReturns, HypothesisKind.ShareOfProducts, HypothesisKind.RanksTogether];

    /// <summary>The measures of which a kind can speak: totals are of what can be added up, and days of the calendar and degrees have no mean worth a sentence.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="customers">The base.</param>
    public static ImmutableArray<string> MeasuresOf(HypothesisKind kind, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return kind switch
        {
            HypothesisKind.Mean or HypothesisKind.Median or HypothesisKind.RanksTogether =>
                [.. customers.MeasureNames.Where(name => CustomerTable.UnitOf(name) is not (FeatureUnit.Date or FeatureUnit.Degrees) && CustomerMeasures.Find(name) is null)],
            HypothesisKind.ShareOfTotal => [.. HypothesisCatalog.Totals.Where(customers.Has)],
            _ => [],
        };
    }
}
