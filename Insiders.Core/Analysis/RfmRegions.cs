using System.Collections.Immutable;

namespace Insiders.Core.Analysis;

/// <summary>The eleven regions of the grid: they cover its 25 cells without overlap.</summary>
public static class RfmRegions
{
    /// <summary>Every region, the best first.</summary>
    public static ImmutableArray<RfmRegion> All { get; } =
    [
        new("champions", new("Champions", "Campeões"), new("Bought just now and buy often.", "Compraram agora há pouco e compram com frequência."), 5, 5, 4, 5),
        new("loyal-customers", new("Loyal Customers", "Clientes Fiéis"), new("Buy often and were here not long ago.", "Compram com frequência e estiveram aqui há não muito tempo."), 3, 4, 4, 5),
        new("potential-loyalist", new("Potential Loyalist", "Fiéis em Potencial"), new("Bought lately and more than once.", "Compraram recentemente e mais de uma vez."), 4, 5, 2, 3),
        new("recent-users", new("Recent Users", "Clientes Recentes"), new("Bought just now and hardly ever before.", "Compraram agora há pouco e quase nunca antes."), 5, 5, 1, 1),
        new("promising", new("Promising", "Promissores"), new("Bought lately, once so far.", "Compraram recentemente, uma vez até agora."), 4, 4, 1, 1),
        new("needs-attention", new("Needs Attention", "Precisam de Atenção"), new("In the middle of everything: a nudge decides.", "No meio de tudo: um empurrão decide."), 3, 3, 3, 3),
        new("about-to-sleep", new("About To Sleep", "Quase Dormindo"), new("Bought seldom and some time ago.", "Compraram pouco e há algum tempo."), 3, 3, 1, 2),
        new("price-sensitive", new("Price Sensitive", "Sensíveis a Preço"), new("Came several times and stayed away since: a price brings them back.", "Vieram várias vezes e se afastaram: um preço os traz de volta."), 1, 2, 3, 4),
        new("cant-lose-them", new("Can't Lose Them", "Não Podemos Perder"), new("Bought most often of all and have gone silent.", "Compravam mais do que todos e silenciaram."), 1, 2, 5, 5),
        new("hibernating", new("Hibernating", "Hibernando"), new("Bought seldom and long ago.", "Compraram pouco e há muito tempo."), 2, 2, 1, 2),
        new("lost", new("Lost", "Perdidos"), new("Bought seldom and longest ago of all.", "Compraram pouco e há mais tempo que todos."), 1, 1, 1, 2),
    ];

    /// <summary>The region of a cell.</summary>
    /// <param name="recency">Score of recency, 1 to 5.</param>
    /// <param name="frequency">Score of frequency, 1 to 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score lies outside 1 to 5.</exception>
    public static RfmRegion Of(int recency, int frequency) => All.FirstOrDefault(region => region.Contains(recency, frequency))
        ?? throw new ArgumentOutOfRangeException(nameof(recency), (recency, frequency), "Scores go from 1 to 5.");
}
