using System.Collections.Immutable;

namespace Insiders.Core.Segments;

/// <summary>The levers: what can be done with a segment, one each, after the studies.</summary>
public static class SegmentLevers
{
    /// <summary>Keep engaged, offer a personal contact.</summary>
    public static SegmentLever Concierge { get; } = new("concierge", new("Keep engaged and offer concierge service", "Manter engajados e oferecer atendimento personalizado"));

    /// <summary>Make them come more often.</summary>
    public static SegmentLever Frequency { get; } = new("raise-frequency", new("Raise purchase frequency", "Aumentar a frequência de compra"));

    /// <summary>Make them spend more per purchase.</summary>
    public static SegmentLever Ticket { get; } = new("raise-ticket", new("Raise the order value", "Aumentar o tíquete médio"));

    /// <summary>Make them come back sooner.</summary>
    public static SegmentLever Recency { get; } = new("lower-recency", new("Lower recency: bring the next purchase forward", "Reduzir a recência: antecipar a próxima compra"));

    /// <summary>Make them buy again at all.</summary>
    public static SegmentLever BuyAgain { get; } = new("buy-again", new("Make them buy again", "Fazer com que comprem de novo"));

    /// <summary>Win them with a price.</summary>
    public static SegmentLever Promotions { get; } = new("promotions", new("Show promotions", "Mostrar promoções"));

    /// <summary>Spend nothing on them.</summary>
    public static SegmentLever Nothing { get; } = new("nothing", new("Do nothing special", "Não fazer nada em especial"));

    /// <summary>All of them, the most effort first.</summary>
    public static ImmutableArray<SegmentLever> All { get; } = [Concierge, Frequency, Ticket, Recency, BuyAgain, Promotions, Nothing];
}
