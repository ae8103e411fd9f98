using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Components.CustomerLists;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>The exports of one customer's page. The customer is the query's <c>id</c>; there is no table when the run does not have it.</summary>
public static class StoryExports
{
    /// <summary>The value of the query's <c>order</c> that sorts by latest purchase.</summary>
    public const string Latest = "latest";

    /// <summary>The columns of the list of neighbours.</summary>
    public static ImmutableArray<string> NeighbourColumns { get; } = [ListColumns.Id, "segment", "gross_revenue", "recency_days"];

    /// <summary>Every invoice, newest first; null when the run's sales are not available.</summary>
    public static async Task<ExportTable?> InvoicesAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is not { History: { } history } story ? null : ExportTable.Of<CustomerInvoice>(
            () => Texts.StoryInvoices,
            history.Invoices.Reverse(),
            new(Texts.StoryInvoice, ValueKind.Text, invoice => invoice.Invoice),
            new(Texts.StoryDay, ValueKind.Day, invoice => invoice.Day),
            new(Texts.StoryLines, ValueKind.Whole, invoice => invoice.Lines.Length),
            new(Texts.FeatureQttyItems, ValueKind.Quantity, invoice => invoice.Items),
            new(Texts.StoryBought, ValueKind.Money, invoice => invoice.RevenueAmount),
            new(Texts.StoryReturned, ValueKind.Money, invoice => invoice.ReturnedAmount)) with
        { Conditions = story.Conditions };

    /// <summary>The lines of the invoice in the query's <c>invoice</c>, or of every invoice if it is missing; null when the run's sales are not available.</summary>
    public static async Task<ExportTable?> LinesAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is not { History: { } history } story ? null : ExportTable.Of<CustomerSale>(
            () => Texts.StoryLines,
            history.Invoices.Where(invoice => request.Text("invoice") is not { } asked || invoice.Invoice == asked).SelectMany(invoice => invoice.Lines),
            new(Texts.StoryInvoice, ValueKind.Text, line => line.Invoice),
            new(Texts.StoryDay, ValueKind.Day, line => DateOnly.FromDateTime(line.SoldAt)),
            new(Texts.DataColumnStockCode, ValueKind.Text, line => line.StockCode),
            new(Texts.StoryProduct, ValueKind.Text, line => line.Description),
            new(Texts.FeatureQttyItems, ValueKind.Quantity, line => line.Quantity),
            new(Texts.StoryPrice, ValueKind.Money, line => line.UnitPriceAmount),
            new(Texts.StoryAmount, ValueKind.Money, line => line.Amount)) with
        { Conditions = () => [.. story.Conditions(), .. request.Text("invoice") is { } invoice ? new[] { $"{Texts.StoryInvoice} {invoice}" } : []] };

    /// <summary>Every product except services, by amount, or latest first if the query's <c>order</c> says so; null when the run's sales are not available.</summary>
    public static async Task<ExportTable?> ProductsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is not { History: { } history } story ? null : ExportTable.Of<CustomerProduct>(
            () => request.Text("order") == Latest ? Texts.StoryLastProducts : Texts.StoryTopProducts,
            request.Get<SettingsService>().Services.Split(history.Products).Goods is var goods && request.Text("order") == Latest ? CustomerHistory.Latest(goods) : goods,
            new(Texts.DataColumnStockCode, ValueKind.Text, product => product.StockCode),
            new(Texts.StoryProduct, ValueKind.Text, product => product.Description),
            new(Texts.FeatureQttyItems, ValueKind.Quantity, product => product.Items),
            new(Texts.StoryAmount, ValueKind.Money, product => product.RevenueAmount),
            new(Texts.StoryInvoices, ValueKind.Whole, product => product.Invoices),
            new(Texts.StoryLastBought, ValueKind.Day, product => product.LastDay)) with
        { Conditions = story.Conditions };

    /// <summary>The neighbours in the projection, nearest first.</summary>
    public static async Task<ExportTable?> NeighboursAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is { } story
            ? CustomerExports.Of(request, () => Texts.StoryNeighbours, story.Base.Customers, story.Neighbours, NeighbourColumns) with { Conditions = story.Conditions, Whole = null }
            : null;

    /// <summary>The customer's segment in each run, newest first.</summary>
    public static async Task<ExportTable?> MembershipsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is not { } story ? null : ExportTable.Of<CustomerMembership>(
            () => Texts.StoryMemberships,
            story.Memberships,
            new(Texts.RunsRun, ValueKind.Whole, membership => membership.RunId),
            new(Texts.RunsPublished, ValueKind.Text, membership => membership.IsPublished ? Texts.ExportYes : Texts.ExportNo),
            new(Texts.ColumnSegment, ValueKind.Text, StoryText.SegmentOf),
            new(Texts.StoryRunEnded, ValueKind.Moment, membership => membership.EndedAt)) with
        { Conditions = story.Conditions };

    private static async Task<StoryViewModel?> FindAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Text("id") is { } id && await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is { } published
            ? await request.Get<StoryLoader>().FindAsync(published, id, request.Address, cancellationToken)
            : null;
    }
}
