using System.Collections.Immutable;
using Insiders.Core.Storage;

namespace Insiders.Core.Analysis;

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

    private readonly CustomerBase _customers;

    private RfmScores(CustomerBase customers, RfmCuts cuts)
    {
        _customers = customers;
        Cuts = cuts;
        Recency = [.. customers.Feature(RecencyFeature).Select(value => Best - Above(cuts.Recency, value))];
        Frequency = [.. customers.Feature(FrequencyFeature).Select(value => 1 + Above(cuts.Frequency, value))];
        Monetary = [.. customers.Feature(MonetaryFeature).Select(value => 1 + Above(cuts.Monetary, value))];
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
    public static RfmScores Of(CustomerBase customers, RfmCuts cuts)
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
        var rows = _customers.Everybody.Where(row => Recency[row] >= recencyFrom && Recency[row] <= recencyTo && Frequency[row] >= frequencyFrom && Frequency[row] <= frequencyTo);
        return rows.Any() ? new CustomerFilter
        {
            Ranges =
            [
                Range(RecencyFeature, Recency, recencyFrom, recencyTo),
                Range(FrequencyFeature, Frequency, frequencyFrom, frequencyTo),
            ],
        } : null;
    }

    // A bound itself belongs to the score on one side, so a range goes from value to value that occurs.
    private FeatureRange Range(string feature, ImmutableArray<int> scores, int from, int to)
    {
        var values = _customers.Feature(feature);
        var within = _customers.Everybody.Where(row => scores[row] >= from && scores[row] <= to).Select(row => values[row]).ToArray();
        return new FeatureRange(feature, within.Min(), within.Max());
    }

    private static int Above(ImmutableArray<double> cuts, double value) => cuts.Count(cut => value > cut);
}
