using System.Globalization;

namespace Insiders.Web.Components.CustomerLists;

/// <summary>Numbers of the list of customers as written.</summary>
public static class CellText
{
    /// <summary>A feature's value, a silhouette with three decimals, the size of a basket with one.</summary>
    public static string Of(string column, double value) => column switch
    {
        "silhouette" => double.IsNaN(value) ? "–" : value.ToString("N3", CultureInfo.CurrentCulture),
        "avg_basket_size" or "avg_unique_basket_size" => Format.One(value),
        _ => FeatureText.Own(column, value),
    };
}
