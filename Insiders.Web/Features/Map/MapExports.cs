using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Map;

/// <summary>What the world map shows, as files.</summary>
public static class MapExports
{
    /// <summary>Every country, in the order and with the filter of the page; null while no run is published.</summary>
    public static async Task<ExportTable?> CountriesAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is not { } published)
        {
            return null;
        }

        var figures = await MapFigures.ReadAsync(published, MapState.Read(request.Address, published.Customers) with { Place = null }, cancellationToken);
        List<ExportField<CountryFigures>> fields =
        [
            new(Texts.MapCountry, ExportKind.Text, country => CountryText.NameOf(country.Name)),
            .. request.AllColumns
                ? [new(Texts.MapLedgerName, ExportKind.Text, country => country.Name), new(Texts.MapCode, ExportKind.Text, country => country.Place?.Alpha3)]
                : Array.Empty<ExportField<CountryFigures>>(),
            new(Texts.MapCustomers, ExportKind.Whole, country => country.Customers),
            new(Texts.ExportCustomerShare, ExportKind.Share, country => country.CustomerShare),
            new(Texts.MapRevenue, ExportKind.Money, country => country.RevenueAmount),
            new(Texts.ExportRevenueShare, ExportKind.Share, country => country.RevenueShare),
            new(Texts.MapMean, ExportKind.Money, country => country.MeanRevenueAmount),
        ];
        if (figures.State.SegmentId is not null)
        {
            fields.Add(new(figures.MetricName, ExportKind.Share, country => country.SegmentShare));
        }

        return ExportTable.Of(() => Texts.MapTable, figures.Countries, fields) with { Conditions = figures.Conditions };
    }

    /// <summary>The parts of the world with the filter of the page; null while no run is published.</summary>
    public static async Task<ExportTable?> ContinentsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is not { } published ? null : ExportTable.Of<ContinentFigures>(
            () => Texts.MapContinents,
            (await MapFigures.ReadAsync(published, MapState.Read(request.Address, published.Customers) with { Place = null }, cancellationToken)).Continents,
            new(Texts.MapRegion, ExportKind.Text, part => CountryText.NameOf(part.Continent)),
            new(Texts.MapTable, ExportKind.Whole, part => part.Countries),
            new(Texts.MapCustomers, ExportKind.Whole, part => part.Customers),
            new(Texts.ExportCustomerShare, ExportKind.Share, part => part.CustomerShare),
            new(Texts.MapRevenue, ExportKind.Money, part => part.RevenueAmount),
            new(Texts.ExportRevenueShare, ExportKind.Share, part => part.RevenueShare));
    }
}
