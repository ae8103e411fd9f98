using System.Collections.Immutable;

namespace Insiders.Core.Features;

/// <summary>When and how often a customer buys. Span: as-of date − first date of the ledger.</summary>
internal static class Rhythm
{
    // Without a second purchase day the study counts from the only one to the as-of date, and takes a gap of 0 days for the span.
    private const string Gap = """
        CASE WHEN purchase_days = 0 THEN span_days
            WHEN purchase_days = 1 THEN coalesce(nullif(as_of - first_purchase, 0), span_days)
            ELSE (last_purchase - first_purchase) / (purchase_days - 1) END
        """;

    internal static ImmutableArray<FeatureDefinition> All { get; } =
    [
        new("recency_days", FeatureUnit.Days, "Days from the last purchase to the as-of date; the span where there is none.", "coalesce(as_of - last_purchase, span_days)", Scaled: true),
        new("qtty_invoices", FeatureUnit.Count, "Invoices with a purchase.", "invoices", Scaled: true),
        new("avg_recency", FeatureUnit.Days, "Mean days between purchase days; of a single day, the days since, or the span if that is 0.", Gap, Scaled: true),
        new("frequency", FeatureUnit.Ratio, "Purchase days per day from the first purchase to the as-of date.", "coalesce(purchase_days / (as_of - first_purchase + 1), 0)", Scaled: true),
    ];
}
