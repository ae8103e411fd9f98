using System.Collections.Immutable;

namespace Insiders.Core.Customers.Influence;

/// <summary>Finds single customers that make a mean say little about the others.</summary>
public static class MeanInfluences
{
    /// <summary>What one customer may move a mean by before people are warned.</summary>
    public const double Tolerated = 0.1;

    /// <summary>The most influential customer of each feature, where they move the mean by more than <see cref="Tolerated"/>; the strongest first.</summary>
    /// <param name="customers">The base.</param>
    /// <param name="rows">The set; fewer than two have no mean without one.</param>
    /// <param name="features">The features looked at; those that the base does not have are passed over.</param>
    /// <remarks>The customer furthest from the mean moves it most. One that is rare by nature (a segment of three) is reported too: the reader sees the figure without him.</remarks>
    public static ImmutableArray<MeanInfluence> Of(CustomerTable customers, ImmutableArray<int> rows, ImmutableArray<string> features)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (rows.Length < 2)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<MeanInfluence>();
        foreach (var feature in features.Where(customers.Has))
        {
            var mean = customers.Mean(feature, rows);
            var without = WithoutOne(customers, rows, feature);
            var strongest = rows.MaxBy(row => Math.Abs(without(row) - mean));
            found.Add(new MeanInfluence(feature, strongest, mean, without(strongest)));
        }

        return [.. found.Where(influence => influence.Share > Tolerated).OrderByDescending(influence => influence.Share)];
    }

    /// <summary>The mean of a set without one of it.</summary>
    private static Func<int, double> WithoutOne(CustomerTable customers, ImmutableArray<int> rows, string feature)
    {
        if (CustomerMeasures.Find(feature) is { } measure)
        {
            var (numerators, denominators) = (customers.Feature(measure.Numerator), customers.Feature(measure.Denominator));
            var (numerator, denominator) = (customers.Sum(measure.Numerator, rows), customers.Sum(measure.Denominator, rows));
            return row => CustomerMeasure.Divide(numerator - numerators[row], denominator - denominators[row]);
        }

        var (values, sum) = (customers.Feature(feature), customers.Sum(feature, rows));
        return row => (sum - values[row]) / (rows.Length - 1);
    }
}
