using Insiders.Core.Segments;

namespace Insiders.Core.Customers.Rfm;

/// <summary>A named part of the grid of recency and frequency: a rectangle of scores.</summary>
/// <param name="Key">Stable and language-free, such as <c>champions</c>.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Meaning">Who they are, in one sentence.</param>
/// <param name="RecencyFrom">Least score of recency, 1 to 5.</param>
/// <param name="RecencyTo">Greatest score of recency.</param>
/// <param name="FrequencyFrom">Least score of frequency, 1 to 5.</param>
/// <param name="FrequencyTo">Greatest score of frequency.</param>
public sealed record RfmRegion(string Key, LocalText Name, LocalText Meaning, int RecencyFrom, int RecencyTo, int FrequencyFrom, int FrequencyTo)
{
    /// <summary>Whether a cell of the grid lies in it.</summary>
    public bool Contains(int recency, int frequency) => recency >= RecencyFrom && recency <= RecencyTo && frequency >= FrequencyFrom && frequency <= FrequencyTo;
}
