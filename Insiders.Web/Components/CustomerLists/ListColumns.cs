using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;
using Insiders.Web.Exports;

namespace Insiders.Web.Components.CustomerLists;

/// <summary>The columns of exported customer lists, with the names and headings used on pages.</summary>
public static class ListColumns
{
    /// <summary>The column with the customer.</summary>
    public const string Id = "customer_id";

    private const string X = "x";
    private const string Y = "y";

    /// <summary>All columns: those that can be chosen on the page, and the coordinates in the projection of customers.</summary>
    public static ImmutableArray<string> All(CustomerTable customers)
    {
        var (words, features) = (ListAddress.AllColumns(customers).Where(column => !customers.Has(column)), ListAddress.AllColumns(customers).Where(customers.Has));
        return [Id, .. words, X, Y, .. features];
    }

    /// <summary>True for a column that the run's customers can fill.</summary>
    public static bool Has(string column, CustomerTable customers) => All(customers).Contains(column);

    /// <summary>Makes an export column.</summary>
    /// <param name="column">One of <see cref="All"/>.</param>
    /// <param name="customers">The customers whose rows are exported.</param>
    public static ExportField<int> Field(string column, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return column switch
        {
            Id => new(ListAddress.NameOf(column), ValueKind.Text, row => customers.Ids[row]),
            "segment" => new(ListAddress.NameOf(column), ValueKind.Text, row => customers.SegmentAt(row) is { } segment ? Format.NameOf(segment.Segment.Name) : null),
            CustomerTable.StageColumn => new(ListAddress.NameOf(column), ValueKind.Text, row => customers.Stages is { } known ? SegmentText.NameOf(known.Stages[row]) : null),
            "country" => new(ListAddress.NameOf(column), ValueKind.Text, row => CountryText.NameOf(customers.Countries[row])),
            "cluster" => new(ListAddress.NameOf(column), ValueKind.Whole, row => customers.Clusters[row] is var cluster && cluster != Partition.Noise ? cluster : null),
            "silhouette" => new(ListAddress.NameOf(column), ValueKind.Number, row => customers.Silhouettes[row] is var silhouette && double.IsNaN(silhouette) ? null : silhouette),
            X => new(Texts.CustomersMapX, ValueKind.Number, row => customers.X[row]),
            Y => new(Texts.CustomersMapY, ValueKind.Number, row => customers.Y[row]),
            _ => Feature(column, customers),
        };
    }

    private static ExportField<int> Feature(string feature, CustomerTable customers)
    {
        var values = customers.Feature(feature);
        return CustomerTable.UnitOf(feature) == FeatureUnit.Date
            ? new(Headings.InFile(feature), ValueKind.Day, row => double.IsNaN(values[row]) ? null : FeatureText.DayOf(values[row]))
            : new(Headings.InFile(feature), KindOf(feature), row => double.IsNaN(values[row]) ? null : values[row]);
    }

    // A mean of counts is not a whole number.
    private static ValueKind KindOf(string feature) => CustomerTable.UnitOf(feature) switch
    {
        FeatureUnit.Money => ValueKind.Money,
        FeatureUnit.Share => ValueKind.Share,
        FeatureUnit.Days when feature == SalesMeasures.DaysOverdue => ValueKind.Whole,
        FeatureUnit.Count when feature is not ("avg_basket_size" or "avg_unique_basket_size") => ValueKind.Whole,
        _ => ValueKind.Number,
    };
}
