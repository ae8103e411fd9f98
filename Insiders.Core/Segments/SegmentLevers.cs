using System.Collections.Immutable;

namespace Insiders.Core.Segments;

/// <summary>The levers: what can be done with a segment, one each, after the studies.</summary>
public static class SegmentLevers
{
    /// <summary>Keep engaged, offer a personal contact.</summary>
    public static SegmentLever Concierge { get; } = new("concierge", new("Keep engaged and offer concierge service", "Manter engajados e oferecer atendimento personalizado"));

    /// <summary>Make them come more often.</summary>
    public static SegmentLever Frequency { get; } = new("raise-frequency", new("Raise purchase frequency", "Aumentar a frequência de compra"));

    /// <summary>Make them spend more per order.</summary>
    public static SegmentLever OrderValue { get; } = new("raise-ticket", new("Raise the order value", "Aumentar o ticket médio"));

    /// <summary>Make them come back sooner.</summary>
    public static SegmentLever Recency { get; } = new("lower-recency", new("Bring the next purchase forward", "Antecipar a próxima compra"));

    /// <summary>Make them buy again at all.</summary>
    public static SegmentLever BuyAgain { get; } = new("buy-again", new("Make them buy again", "Fazer com que voltem a comprar"));

    /// <summary>Win them with a price.</summary>
    public static SegmentLever Promotions { get; } = new("promotions", new("Show promotions", "Oferecer promoções"));

    /// <summary>Spend nothing on them.</summary>
    public static SegmentLever Nothing { get; } = new("nothing", new("Do nothing special", "Não fazer nada em especial"));

    /// <summary>Treat those who buy and those who are silent differently.</summary>
    public static SegmentLever ByStage { get; } = new("by-stage", new("Treat each stage in its own way", "Tratar cada fase à sua maneira"));

    /// <summary>All of them, the most effort first.</summary>
    public static ImmutableArray<SegmentLever> All { get; } = [Concierge, Frequency, OrderValue, Recency, BuyAgain, Promotions, ByStage, Nothing];
}
