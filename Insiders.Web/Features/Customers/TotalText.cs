using Insiders.Core.Customers;
using Insiders.Web.Components.CustomerLists;

namespace Insiders.Web.Features.Customers;

/// <summary>The last line of the list of customers in words.</summary>
public static class TotalText
{
    /// <summary>Σ of what adds up, ⌀ of what does not; nothing for words and degrees.</summary>
    public static string Of(string column, ColumnTotal total)
    {
        ArgumentNullException.ThrowIfNull(total);
        return total.Kind switch
        {
            ColumnTotalKind.Sum => $"Σ {FeatureText.Value(column, total.Value)}",
            ColumnTotalKind.Mean => $"⌀ {MeanOf(column, total.Value)}",
            _ => "",
        };
    }

    /// <summary>What the sign before a total means.</summary>
    public static string? TitleOf(ColumnTotalKind kind) => kind switch
    {
        ColumnTotalKind.Sum => Texts.CustomersSum,
        ColumnTotalKind.Mean => Texts.CustomersMean,
        _ => null,
    };

    // A mean of counts is no whole number.
    private static string MeanOf(string column, double value)
        => column != "silhouette" && CustomerTable.UnitOf(column) == Insiders.Core.Features.FeatureUnit.Count ? Format.One(value) : CellText.Of(column, value);
}
