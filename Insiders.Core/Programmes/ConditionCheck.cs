using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Learning.Clustering;

namespace Insiders.Core.Programmes;

/// <summary>A condition ready to be asked of the customers of a base, by row.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="IsMet">Whether a customer meets it.</param>
/// <param name="Value">What <see cref="ConditionReading.Value"/> is.</param>
internal sealed record ConditionCheck(Condition Condition, Func<int, bool> IsMet, Func<int, double?> Value)
{
    /// <summary>Prepares a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="lists">Ids of customers by saved list; a list that is missing has nobody.</param>
    /// <param name="cancellationToken">Cancels the search for neighbours.</param>
    public static ConditionCheck Of(Condition condition, CustomerTable customers, IReadOnlyDictionary<long, ImmutableHashSet<string>> lists, CancellationToken cancellationToken) => condition switch
    {
        MeasureCondition measure => OfMeasure(measure, customers),
        SegmentCondition segment => OfSegment(segment, customers),
        ProbabilityCondition probability => OfProbability(probability, SegmentProbability.Of(customers, probability.SegmentId, cancellationToken)),
        StageCondition stage => customers.Stages?.Stages is { } stages
            ? new(stage, row => stages[row] <= stage.NoLaterThan, row => (int)stages[row])
            : new(stage, _ => false, _ => null),
        ListCondition list => lists.GetValueOrDefault(list.AudienceId) is { } ids ? new(list, row => ids.Contains(customers.Ids[row]), _ => null) : new(list, _ => false, _ => null),
        _ => throw new ArgumentException($"There is no check of a {condition.GetType().Name}.", nameof(condition)),
    };

    /// <summary>The condition with what a customer has.</summary>
    public ConditionReading ReadingOf(int row) => new(Condition, IsMet(row), Value(row));

    private static ConditionCheck OfMeasure(MeasureCondition measure, CustomerTable customers)
    {
        if (!customers.Has(measure.Measure))
        {
            return new(measure, _ => false, _ => null);
        }

        // NaN is within no bounds.
        var (values, from, to) = (customers.Feature(measure.Measure), measure.From ?? double.NegativeInfinity, measure.To ?? double.PositiveInfinity);
        return new(measure, row => values[row] >= from && values[row] <= to, row => double.IsFinite(values[row]) ? values[row] : null);
    }

    private static ConditionCheck OfSegment(SegmentCondition segment, CustomerTable customers)
    {
        var place = SegmentProbability.PlaceOf(customers, segment.SegmentId);
        return new(segment, row => place != Partition.Noise && customers.SegmentOf[row] == place, row => customers.SegmentAt(row)?.SegmentId);
    }

    private static ConditionCheck OfProbability(ProbabilityCondition condition, ImmutableArray<double> probabilities)
        => new(condition, row => probabilities[row] >= condition.AtLeast, row => probabilities[row]);
}
