using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Web.Components;
using Insiders.Web.Components.Audiences;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Map;

/// <summary>The exports of the world map.</summary>
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

        var figures = await ReadAsync(request, published, cancellationToken);
        List<ExportField<CountrySummary>> fields =
        [
            new(Texts.MapCountry, ValueKind.Text, country => CountryText.NameOf(country.Name)),
            .. request.AllColumns
                ? [new(Texts.MapLedgerName, ValueKind.Text, country => country.Name), new(Texts.MapCode, ValueKind.Text, country => country.Place?.Alpha3)]
                : Array.Empty<ExportField<CountrySummary>>(),
            new(Texts.MapCustomers, ValueKind.Whole, country => country.Customers),
            new(Texts.ExportCustomerShare, ValueKind.Share, country => country.CustomerShare),
            new(Texts.MapRevenue, ValueKind.Money, country => country.RevenueAmount),
            new(Texts.ExportRevenueShare, ValueKind.Share, country => country.RevenueShare),
            new(Texts.MapMean, ValueKind.Money, country => country.MeanRevenueAmount),
        ];
        if (figures.State.SegmentId is not null)
        {
            fields.Add(new(figures.MetricName, ValueKind.Share, country => country.SegmentShare));
        }

        return ExportTable.Of(() => Texts.MapTable, figures.Countries, fields) with { Conditions = figures.Conditions };
    }

    /// <summary>The parts of the world with the filter of the page; null while no run is published.</summary>
    public static async Task<ExportTable?> ContinentsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is not { } published ? null : ExportTable.Of<ContinentSummary>(
            () => Texts.MapContinents,
            (await ReadAsync(request, published, cancellationToken)).Continents,
            new(Texts.MapRegion, ValueKind.Text, part => CountryText.NameOf(part.Continent)),
            new(Texts.MapTable, ValueKind.Whole, part => part.Countries),
            new(Texts.MapCustomers, ValueKind.Whole, part => part.Customers),
            new(Texts.ExportCustomerShare, ValueKind.Share, part => part.CustomerShare),
            new(Texts.MapRevenue, ValueKind.Money, part => part.RevenueAmount),
            new(Texts.ExportRevenueShare, ValueKind.Share, part => part.RevenueShare));
    }

    private static async Task<MapViewModel> ReadAsync(ExportRequest request, PublishedRun published, CancellationToken cancellationToken)
    {
        var among = await request.Get<AudienceFilter>().FindAsync(request.Person.ToActor(), request.Address, published, cancellationToken);
        return await MapViewModel.ReadAsync(published, MapQuery.Read(request.Address, published.Customers, among) with { Place = null }, cancellationToken);
    }
}
