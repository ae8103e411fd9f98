using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Features;

namespace Insiders.Web.Components.ColumnGroups;

/// <summary>Every term of the glossary in the current language: those used on screens, and every feature of the catalogue.</summary>
public static class GlossaryCatalog
{
    private static readonly ImmutableArray<(string Key, Func<string> Name, Func<string> Text)> s_terms =
    [
        ("segment", () => Texts.ColumnSegment, () => Texts.GlossarySegment),
        ("cluster", () => Texts.GlossaryClusterName, () => Texts.GlossaryCluster),
        ("base", () => Texts.GlossaryBaseName, () => Texts.GlossaryBase),
        ("revenue", () => Texts.ColumnRevenue, () => Texts.GlossaryRevenue),
        ("mean-revenue", () => Texts.ColumnMeanRevenue, () => Texts.GlossaryMeanRevenue),
        ("median-revenue", () => Texts.KpiMedianRevenue, () => Texts.GlossaryMedianRevenue),
        ("order-value", () => Texts.MeasureOrderValue, () => Texts.GlossaryOrderValue),
        ("net-revenue", () => Texts.MeasureNetRevenue, () => Texts.GlossaryNetRevenue),
        ("last-purchase", () => Texts.MeasureLastPurchase, () => Texts.GlossaryLastPurchase),
        ("customer-since", () => Texts.MeasureCustomerSince, () => Texts.GlossaryCustomerSince),
        ("days-overdue", () => Texts.MeasureDaysOverdue, () => Texts.GlossaryDaysOverdue),
        ("stay-chance", () => Texts.MeasureStayChance, () => Texts.GlossaryStayChance),
        ("expected-orders", () => Texts.ValueExpectedOrders, () => Texts.GlossaryExpectedOrders),
        ("expected-revenue", () => Texts.ValueExpectedRevenue, () => Texts.GlossaryExpectedRevenue),
        ("share", () => Texts.ColumnShare, () => Texts.GlossaryShare),
        ("recency", () => Texts.GlossaryRecencyName, () => Texts.GlossaryRecency),
        ("purchase-frequency", () => Texts.ColumnFrequency, () => Texts.GlossaryFrequency),
        ("invoices", () => Texts.ColumnInvoices, () => Texts.GlossaryInvoices),
        ("items", () => Texts.ColumnItems, () => Texts.GlossaryItems),
        ("returns", () => Texts.ColumnReturnRate, () => Texts.GlossaryReturns),
        ("unattributed", () => Texts.GlossaryUnattributedName, () => Texts.GlossaryUnattributed),
        ("as-of", () => Texts.GlossaryAsOfName, () => Texts.GlossaryAsOf),
        ("span", () => Texts.GlossarySpanName, () => Texts.GlossarySpan),
        ("rfm", () => "RFM", () => Texts.GlossaryRfm),
        ("stage", () => Texts.StageTitle, () => Texts.GlossaryStage),
        ("lever", () => Texts.GlossaryLeverName, () => Texts.GlossaryLever),
        ("feature", () => Texts.GlossaryFeatureName, () => Texts.GlossaryFeature),
        ("silhouette", () => Texts.RunsSilhouette, () => Texts.GlossarySilhouette),
        ("noise", () => Texts.GlossaryNoiseName, () => Texts.GlossaryNoise),
        ("map", () => Texts.GlossaryMapName, () => Texts.GlossaryMap),
        ("run", () => Texts.RunsRun, () => Texts.GlossaryRun),
        ("recipe", () => Texts.RunsRecipe, () => Texts.GlossaryRecipe),
        ("seed", () => Texts.RunsSettingSeed, () => Texts.GlossarySeed),
        ("ledger", () => Texts.GlossaryLedgerName, () => Texts.GlossaryLedger),
        ("rejected", () => Texts.DataRejectsTitle, () => Texts.GlossaryRejected),
        ("cleaning", () => Texts.RunsWaterfall, () => Texts.GlossaryCleaning),
    ];

    /// <summary>The terms used on screens, in the order in which they build on each other.</summary>
    public static ImmutableArray<GlossaryEntry> Terms() => [.. s_terms.Select(term => new GlossaryEntry(term.Key, term.Name(), term.Text()))];

    /// <summary>The features, in catalogue order.</summary>
    public static ImmutableArray<GlossaryEntry> Features() => [.. FeatureCatalog.All.Select(Entry)];

    /// <summary>Finds an entry by key; null when there is none.</summary>
    public static GlossaryEntry? Find(string key)
    {
        var term = s_terms.FirstOrDefault(term => term.Key == key);
        return term.Key is not null ? new GlossaryEntry(term.Key, term.Name(), term.Text())
            : FeatureCatalog.All.FirstOrDefault(feature => feature.Name == key) is { } feature ? Entry(feature) : null;
    }

    /// <summary>The entries that contain a text, ignoring case and accents; all entries when the text is empty.</summary>
    public static ImmutableArray<GlossaryEntry> Filter(ImmutableArray<GlossaryEntry> entries, string? text)
        => string.IsNullOrWhiteSpace(text) ? entries : [.. entries.Where(entry => Has(entry.Key, text) || Has(entry.Name, text) || Has(entry.Text, text))];

    private static bool Has(string where, string text)
        => CultureInfo.CurrentCulture.CompareInfo.IndexOf(where, text.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private static GlossaryEntry Entry(FeatureDefinition feature)
        => new(feature.Name, FeatureText.NameOf(feature.Name), FeatureSentence.Of(feature), FeatureSentence.NameOf(feature.Unit), string.Join(' ', feature.Sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
