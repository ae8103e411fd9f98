using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Features;
using Insiders.Web.Components.ColumnGroups;

namespace Insiders.Tests.Web.Components.ColumnGroups;

public sealed class ColumnCatalogTests
{
    private static readonly CustomerTable s_base = new(
        new CustomerColumns([], [], [], [], [], [], [], ["latitude", "Monday", "recency_days", "gross_revenue", "qtty_invoices", "gone_feature"], [[], [], [], [], [], []]), []);

    [Fact]
    public void Every_feature_and_measure_has_one_place_among_its_like()
    {
        var measures = ColumnCatalog.All.Where(column => column.Kind == ColumnKind.Measure).Select(column => column.Name);

        Assert.Equal(FeatureCatalog.All.Select(feature => feature.Name).Concat(CustomerMeasures.All.Select(measure => measure.Name)).Concat(SalesMeasures.All.Select(measure => measure.Name)).Order(StringComparer.Ordinal), measures.Order(StringComparer.Ordinal));
        Assert.Equal(ColumnCatalog.All.Length, ColumnCatalog.All.Select(column => column.Name).Distinct().Count());
        Assert.Equal(ColumnCatalog.All.Select(column => column.Group).Order(), ColumnCatalog.All.Select(column => column.Group)); // a group is in one piece
        Assert.All(ColumnCatalog.All.Where(column => CustomerTable.UnitOf(column.Name) == FeatureUnit.Money && column.Kind == ColumnKind.Measure), column => Assert.Equal(ColumnGroup.Money, column.Group));
        Assert.All(ColumnCatalog.All.Where(column => CustomerTable.UnitOf(column.Name) == FeatureUnit.Days && column.Kind == ColumnKind.Measure), column => Assert.Equal(ColumnGroup.Time, column.Group));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pt-BR")]
    public void Every_column_and_group_has_a_title_of_its_own(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(ColumnCatalog.All.Length, ColumnCatalog.All.Select(column => column.Title()).Distinct().Count());
        Assert.All(ColumnCatalog.All, column => Assert.True(column.Title() != column.Name, column.Name));
        Assert.Equal(6, Enum.GetValues<ColumnGroup>().Select(ColumnCatalog.TitleOf).Distinct().Count());
    }

    [Fact]
    public void Recency_comes_before_latitude_and_what_the_catalogue_does_not_know_comes_last()
    {
        var columns = ColumnCatalog.Of(s_base).Select(column => column.Name);

        Assert.Equal(["segment", "country", "gross_revenue", "order_value", "recency_days", "qtty_invoices", "Monday", "cluster", "silhouette", "latitude", "gone_feature"], columns);
        Assert.Equal(["gross_revenue", "order_value", "recency_days", "qtty_invoices", "Monday", "latitude", "gone_feature"], ColumnCatalog.MeasuresOf(s_base).Select(column => column.Name));
        Assert.Equal("gone_feature", ColumnCatalog.TitleOf("gone_feature"));
        Assert.Equal([ColumnGroup.Time, ColumnGroup.Model], ColumnCatalog.Grouped(["latitude", "gone_feature", "recency_days"], name => name).Select(group => group.Key));
    }

    [Theory]
    [InlineData("en", "REVEN", "gross_revenue", true)]
    [InlineData("en", "gross_rev", "gross_revenue", true)]
    [InlineData("en", "money", "gross_revenue", true)]
    [InlineData("en", "recency", "gross_revenue", false)]
    [InlineData("pt-BR", "recência", "recency_days", true)]
    [InlineData("pt-BR", "recencia", "recency_days", true)]
    [InlineData("en", " ", "recency_days", true)]
    public void A_column_is_found_by_its_title_its_name_in_files_or_its_group(string language, string text, string column, bool expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(expected, ColumnCatalog.Has(ColumnCatalog.Find(column)!, text));
    }
}
