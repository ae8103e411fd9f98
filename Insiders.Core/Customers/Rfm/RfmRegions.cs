using System.Collections.Immutable;

namespace Insiders.Core.Customers.Rfm;

/// <summary>The eleven regions of the grid: they cover its 25 cells without overlap.</summary>
/// <remarks>What they mean is said by rank, as scores are: it is true of everybody in a region as long as cut points are fifths.</remarks>
public static class RfmRegions
{
    /// <summary>Every region, the best first.</summary>
    public static ImmutableArray<RfmRegion> All { get; } =
    [
        Region("champions", "Champions", "Campeões", "Bought later than four in five, and more often than three in five.", "Compraram mais recentemente que quatro em cada cinco e mais vezes que três em cada cinco.", 5, 5, 4, 5),
        Region("loyal-customers", "Loyal Customers", "Clientes Fiéis", "Buy more often than three in five; their last purchase is neither among the latest nor among the oldest.", "Compram mais vezes que três em cada cinco; a última compra não está entre as mais novas nem entre as mais antigas.", 3, 4, 4, 5),
        Region("potential-loyalist", "Potential Loyalist", "Fiéis em Potencial", "Bought later than three in five, as often as most.", "Compraram mais recentemente que três em cada cinco, com a frequência da maioria.", 4, 5, 2, 3),
        Region("recent-users", "Recent Users", "Clientes Recentes", "Bought later than four in five, as seldom as the lowest fifth.", "Compraram mais recentemente que quatro em cada cinco, tão pouco quanto o quinto que menos compra.", 5, 5, 1, 1),
        Region("promising", "Promising", "Promissores", "Bought later than three in five, as seldom as the lowest fifth.", "Compraram mais recentemente que três em cada cinco, tão pouco quanto o quinto que menos compra.", 4, 4, 1, 1),
        Region("needs-attention", "Needs Attention", "Precisam de Atenção", "In the middle of both rankings: a nudge decides.", "No meio das duas classificações: um empurrão decide.", 3, 3, 3, 3),
        Region("about-to-sleep", "About To Sleep", "Quase Dormindo", "In the middle by last purchase, below it by number of purchases.", "No meio pela última compra, abaixo dele pelo número de compras.", 3, 3, 1, 2),
        Region("price-sensitive", "Price Sensitive", "Sensíveis a Preço", "Came more often than two in five, but not lately: a price may bring them back.", "Vieram mais vezes que dois em cada cinco, mas não recentemente: um preço pode trazê-los de volta.", 1, 2, 3, 4),
        Region("cant-lose-them", "Can't Lose Them", "Não Podemos Perder", "Bought as often as the top fifth, but not lately.", "Compravam tanto quanto o quinto que mais compra, mas não recentemente.", 1, 2, 5, 5),
        Region("hibernating", "Hibernating", "Hibernando", "Bought seldom, and longer ago than three in five.", "Compraram pouco e há mais tempo que três em cada cinco.", 2, 2, 1, 2),
        Region("lost", "Lost", "Perdidos", "Bought seldom, and longer ago than four in five.", "Compraram pouco e há mais tempo que quatro em cada cinco.", 1, 1, 1, 2),
    ];

    /// <summary>The region of a cell.</summary>
    /// <param name="recency">Score of recency, 1 to 5.</param>
    /// <param name="frequency">Score of frequency, 1 to 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score lies outside 1 to 5.</exception>
    public static RfmRegion Of(int recency, int frequency) => All.FirstOrDefault(region => region.Contains(recency, frequency))
        ?? throw new ArgumentOutOfRangeException(nameof(recency), (recency, frequency), "Scores go from 1 to 5.");

    // Segments and stages have names that sound alike: those of RFM say whose they are.
    private static RfmRegion Region(
        string key, string english, string portuguese, string meaning, string portugueseMeaning, int recencyFrom, int recencyTo, int frequencyFrom, int frequencyTo)
        => new(key, new($"RFM: {english}", $"RFM: {portuguese}"), new(meaning, portugueseMeaning), recencyFrom, recencyTo, frequencyFrom, frequencyTo);
}
