using System.Collections.Immutable;

namespace Insiders.Core.Customers.Rfm;

/// <summary>Scores of 1 to 5 for recency, frequency and monetary value of every customer; 5 is the best.</summary>
/// <remarks><c>docs/methods/rfm.md</c> says what is scored and why.</remarks>
public sealed class RfmScores
{
    /// <summary>Days since the last purchase: few are good.</summary>
    public const string RecencyFeature = "recency_days";

    /// <summary>Invoices with a purchase.</summary>
    public const string FrequencyFeature = "qtty_invoices";

    /// <summary>Revenue, returns not taken off.</summary>
    public const string MonetaryFeature = "gross_revenue";

    /// <summary>The best score; the worst is 1.</summary>
    public const int Best = 5;

    private readonly int[] _cells = new int[Best * Best];
    private readonly ImmutableArray<FeatureRange?> _recency;
    private readonly ImmutableArray<FeatureRange?> _frequency;

    private RfmScores(CustomerTable customers, RfmCuts cuts)
    {
        Cuts = cuts;
        Recency = [.. customers.Feature(RecencyFeature).Select(value => Best - Above(cuts.Recency, value))];
        Frequency = [.. customers.Feature(FrequencyFeature).Select(value => 1 + Above(cuts.Frequency, value))];
        Monetary = [.. customers.Feature(MonetaryFeature).Select(value => 1 + Above(cuts.Monetary, value))];
        _recency = Bands(RecencyFeature, customers.Feature(RecencyFeature), Recency);
        _frequency = Bands(FrequencyFeature, customers.Feature(FrequencyFeature), Frequency);
        foreach (var row in customers.Everybody)
        {
            _cells[Cell(Recency[row], Frequency[row])]++;
        }
    }

    /// <summary>The bounds they come from.</summary>
    public RfmCuts Cuts { get; }

    /// <summary>Of each customer, 5 for those who bought last.</summary>
    public ImmutableArray<int> Recency { get; }

    /// <summary>Of each customer, 5 for those who bought most often.</summary>
    public ImmutableArray<int> Frequency { get; }

    /// <summary>Of each customer, 5 for those who spent most.</summary>
    public ImmutableArray<int> Monetary { get; }

    /// <summary>Scores every customer.</summary>
    /// <param name="customers">The base.</param>
    /// <param name="cuts">The bounds.</param>
    /// <exception cref="ArgumentException">The base lacks one of the three features.</exception>
    /// <remarks>O(n) time.</remarks>
    public static RfmScores Of(CustomerTable customers, RfmCuts cuts)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(cuts);
        return new RfmScores(customers, cuts);
    }

    /// <summary>The region of a customer.</summary>
    public RfmRegion RegionOf(int row) => RfmRegions.Of(Recency[row], Frequency[row]);

    /// <summary>The conditions on features that exactly the customers of these scores meet; null where nobody has them.</summary>
    /// <param name="recencyFrom">Least score of recency, 1 to 5.</param>
    /// <param name="recencyTo">Greatest score of recency.</param>
    /// <param name="frequencyFrom">Least score of frequency, 1 to 5.</param>
    /// <param name="frequencyTo">Greatest score of frequency.</param>
    public CustomerFilter? FilterOf(int recencyFrom, int recencyTo, int frequencyFrom, int frequencyTo)
    {
        for (var recency = recencyFrom; recency <= recencyTo; recency++)
        {
            for (var frequency = frequencyFrom; frequency <= frequencyTo; frequency++)
            {
                if (_cells[Cell(recency, frequency)] > 0)
                {
                    return new CustomerFilter { Ranges = [Range(_recency, recencyFrom, recencyTo), Range(_frequency, frequencyFrom, frequencyTo)] };
                }
            }
        }

        return null;
    }

    private static FeatureRange Range(ImmutableArray<FeatureRange?> bands, int from, int to)
    {
        var within = bands.Skip(from - 1).Take(to - from + 1).OfType<FeatureRange>().ToArray();
        return new FeatureRange(within[0].Feature, within.Min(band => band.From), within.Max(band => band.To));
    }

    // A bound itself belongs to the score on one side, so a band goes from value to value that occurs.
    private static ImmutableArray<FeatureRange?> Bands(string feature, ImmutableArray<double> values, ImmutableArray<int> scores)
    {
        var bands = new FeatureRange?[Best];
        for (var row = 0; row < values.Length; row++)
        {
            ref var band = ref bands[scores[row] - 1];
            if (band is null || values[row] < band.From || values[row] > band.To)
            {
                band = new FeatureRange(feature, Math.Min(band?.From ?? values[row], values[row]), Math.Max(band?.To ?? values[row], values[row]));
            }
        }

        return [.. bands];
    }

    private static int Cell(int recency, int frequency) => ((recency - 1) * Best) + frequency - 1;

    private static int Above(ImmutableArray<double> cuts, double value)
    {
        var above = 0;
        foreach (var cut in cuts)
        {
            above += value > cut ? 1 : 0;
        }

        return above;
    }
}
