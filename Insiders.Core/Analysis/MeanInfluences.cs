using System.Collections.Immutable;

namespace Insiders.Core.Analysis;

/// <summary>Finds single customers that make a mean say little about the others.</summary>
public static class MeanInfluences
{
    /// <summary>What one customer may move a mean by before people are warned.</summary>
    public const double Tolerated = 0.1;

    /// <summary>The most influential customer of each feature, where he moves the mean by more than <see cref="Tolerated"/>; the strongest first.</summary>
    /// <param name="customers">The base.</param>
    /// <param name="rows">The set; fewer than two have no mean without one.</param>
    /// <param name="features">The features looked at; those that the base does not have are passed over.</param>
    /// <remarks>The customer furthest from the mean moves it most. One that is rare by nature (a segment of three) is reported too: the reader sees the figure without him.</remarks>
    public static ImmutableArray<MeanInfluence> Of(CustomerBase customers, ImmutableArray<int> rows, ImmutableArray<string> features)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (rows.Length < 2)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<MeanInfluence>();
        foreach (var feature in features.Where(customers.Has))
        {
            var values = customers.Feature(feature);
            var sum = customers.Sum(feature, rows);
            var mean = sum / rows.Length;
            var furthest = rows.MaxBy(row => Math.Abs(values[row] - mean));
            found.Add(new MeanInfluence(feature, furthest, mean, (sum - values[furthest]) / (rows.Length - 1)));
        }

        return [.. found.Where(influence => influence.Share > Tolerated).OrderByDescending(influence => influence.Share)];
    }
}
