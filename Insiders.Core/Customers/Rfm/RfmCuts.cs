using System.Collections.Immutable;

namespace Insiders.Core.Customers.Rfm;

/// <summary>The bounds between the five scores of recency, frequency and monetary value.</summary>
public sealed record RfmCuts
{
    /// <summary>Bounds between five scores.</summary>
    public const int Bounds = 4;

    /// <summary>Days: score 5 up to the first, 4 up to the second, 1 above the last. Ascending, four of them.</summary>
    public required ImmutableArray<double> Recency { get; init => field = Checked(value, nameof(Recency)); }

    /// <summary>Invoices: score 1 up to the first, 5 above the last. Ascending, four of them.</summary>
    public required ImmutableArray<double> Frequency { get; init => field = Checked(value, nameof(Frequency)); }

    /// <summary>Revenue: score 1 up to the first, 5 above the last. Ascending, four of them.</summary>
    public required ImmutableArray<double> Monetary { get; init => field = Checked(value, nameof(Monetary)); }

    /// <summary>Bounds that cut customers into fifths as nearly as equal values allow.</summary>
    /// <param name="customers">The base.</param>
    /// <remarks>
    /// The bound k is the smallest value that at least k fifths of the customers do not exceed, so it is a value that occurs. Customers of
    /// equal value always get the same score; where many are equal, bounds coincide and the scores between them stay empty.
    /// </remarks>
    public static RfmCuts Quintiles(CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return new RfmCuts
        {
            Recency = Quintiles(customers.Feature(RfmScores.RecencyFeature)),
            Frequency = Quintiles(customers.Feature(RfmScores.FrequencyFeature)),
            Monetary = Quintiles(customers.Feature(RfmScores.MonetaryFeature)),
        };
    }

    /// <summary>True for four finite numbers none of which is smaller than the one before.</summary>
    public static bool AreBounds(ImmutableArray<double> cuts) => cuts.Length == Bounds && cuts.All(double.IsFinite) && cuts.Zip(cuts.Skip(1)).All(pair => pair.First <= pair.Second);

    private static ImmutableArray<double> Quintiles(ImmutableArray<double> values)
    {
        var sorted = values.Sort();
        return [.. Enumerable.Range(1, Bounds).Select(fifth => sorted.IsEmpty ? 0 : sorted[(((fifth * sorted.Length) + Bounds) / (Bounds + 1)) - 1])];
    }

    private static ImmutableArray<double> Checked(ImmutableArray<double> cuts, string name) => AreBounds(cuts) ? cuts
        : throw new ArgumentException("Bounds are four finite numbers, none smaller than the one before.", name);
}
