using Insiders.Core.Application.Audiences;
using Insiders.Core.Customers;
using Insiders.Core.Features;
using Insiders.Web.Navigation;
using Microsoft.JSInterop;

namespace Insiders.Web.Features.Explore;

/// <summary>What the map of customers says in words.</summary>
public static class ProjectionText
{
    /// <summary>The text alternative of the map: what is on it, what colours mean, who is picked.</summary>
    public static string Of(ExploreViewModel figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var text = Format.Fill(Texts.ExploreAlternative, Format.Whole(figures.Customers.Count), ColourName(figures.State));
        return figures.State.IsNarrowed ? $"{text} {Format.Fill(Texts.ExploreAlternativePicked, Format.Whole(figures.Pick.Picked.Length))}" : text;
    }

    /// <summary>What colours the map.</summary>
    public static string ColourName(ExploreQuery state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Colour switch
        {
            ExploreQuery.Segments => Texts.ColumnSegment,
            ExploreQuery.Clusters => Texts.ExploreClusterWord,
            var feature => FeatureText.NameOf(feature),
        };
    }

    /// <summary>Lines about a customer, each a label and a value: id, segment, revenue, recency, and what else colours or lifts the points.</summary>
    /// <returns>Nothing when there is no such row: the browser may ask of a map that is gone.</returns>
    public static string[][] Describe(CustomerTable customers, int row, ExploreQuery state)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(state);
        if (row < 0 || row >= customers.Count)
        {
            return [];
        }

        List<string[]> lines = [[Texts.ExploreCustomer, customers.Ids[row]], [Texts.ColumnSegment, customers.SegmentAt(row) is { } segment ? Format.NameOf(segment.Segment.Name) : Texts.NotInAnyGroup]];
        foreach (var feature in new[] { "gross_revenue", "recency_days", state.Colour, state.Depth }.OfType<string>().Where(customers.Has).Distinct())
        {
            lines.Add([FeatureText.NameOf(feature), FeatureText.Own(feature, customers.Feature(feature)[row])]);
        }

        if (state.Colour == ExploreQuery.Clusters)
        {
            lines.Add([Texts.ExploreClusterWord, Format.Whole(customers.Clusters[row])]);
        }

        return [.. lines];
    }

    /// <summary>Everything that narrows who is picked, each in a few words.</summary>
    public static IEnumerable<string> Conditions(CustomerTable customers, ExploreQuery state, Audience? audience)
    {
        ArgumentNullException.ThrowIfNull(state);
        return
        [
            .. audience is null ? Array.Empty<string>() : [Format.Fill(Texts.ExploreAudienceTitle, audience.Name)],
            .. state.Outline is null ? Array.Empty<string>() : [Texts.ExploreSelection],
            .. FilterText.Of(state.Filter, customers).Select(condition => condition.Text),
            .. state.OnlyClusters.Select(cluster => Format.Fill(Texts.ExploreCluster, cluster)),
        ];
    }

    /// <summary>A mean of a feature, no longer than it needs to be read: 1,977, 92.0, 3.64, 12.5%.</summary>
    public static string Mean(string feature, double value) => (CustomerTable.UnitOf(feature), Math.Abs(value)) switch
    {
        _ when FeatureText.IsFrequency(feature) => Format.Every(value),
        (FeatureUnit.Share, _) => Format.Percent(value),
        (FeatureUnit.Money, >= 100) => Format.WholeMoney(value),
        (FeatureUnit.Money, _) => Format.Money(value),
        (_, >= 100) => Format.Whole(value),
        (_, >= 10) => Format.One(value),
        (_, >= 1 or 0) => Format.Two(value),
        _ => Format.Four(value),
    };

    /// <summary>The page of a customer; that of all customers when there is no such row.</summary>
    public static string LinkOf(CustomerTable customers, int row)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return row >= 0 && row < customers.Count ? Links.Customer(customers.Ids[row]) : Links.Customers(CustomerFilter.None);
    }

    /// <summary>Calls the browser; a tab that is gone needs no answer.</summary>
    public static async Task QuietlyAsync(Func<ValueTask> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            await call();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The tab is gone, and what it showed with it.
        }
    }
}
