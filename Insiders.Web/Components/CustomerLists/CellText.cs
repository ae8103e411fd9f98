using System.Globalization;

namespace Insiders.Web.Components.CustomerLists;

/// <summary>Formats the numbers in the list of customers.</summary>
public static class CellText
{
    /// <summary>Formats a feature's value: a silhouette with three decimals, a basket size with one.</summary>
    public static string Of(string column, double value) => column switch
    {
        "silhouette" => double.IsNaN(value) ? "–" : value.ToString("N3", CultureInfo.CurrentCulture),
        "avg_basket_size" or "avg_unique_basket_size" => Format.One(value),
        _ => FeatureText.Own(column, value),
    };
}
