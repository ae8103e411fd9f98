using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>The page of a customer's invoices that an address selects, newest first, and the expanded invoice.</summary>
/// <param name="Invoices">The invoices of the page.</param>
/// <param name="Page">Its number, from 1.</param>
/// <param name="Pages">Number of pages.</param>
/// <param name="Opened">The invoice whose lines are shown; null for none.</param>
public sealed record InvoicePage(ImmutableArray<CustomerInvoice> Invoices, int Page, int Pages, string? Opened)
{
    private const string InvoiceKey = "invoice";
    private const string PageKey = "page";
    private const int Size = 15;

    /// <summary>Reads an address.</summary>
    public static InvoicePage Read(AddressQuery query, CustomerHistory history)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(history);
        var pages = Math.Max(1, (history.Invoices.Length + Size - 1) / Size);
        var page = Math.Min(PageNumber.Read(query.Find(PageKey)), pages);
        return new InvoicePage([.. history.Invoices.Reverse().Skip((page - 1) * Size).Take(Size)], page, pages, query.Find(InvoiceKey));
    }

    /// <summary>The address with an invoice expanded, on its page.</summary>
    public static AddressQuery Open(AddressQuery query, string invoice, CustomerHistory history)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(history);
        var place = history.Invoices.Reverse().Select((one, i) => (one.Invoice, i)).FirstOrDefault(pair => pair.Invoice == invoice).i;
        return At(query, 1 + (place / Size)).With(InvoiceKey, [invoice]);
    }

    /// <summary>The address with no invoice expanded.</summary>
    public static AddressQuery Close(AddressQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Without(InvoiceKey);
    }

    /// <summary>The address of another page.</summary>
    public static AddressQuery At(AddressQuery query, int page)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Close(query).WithUnless(PageKey, page.ToString(CultureInfo.InvariantCulture), "1");
    }
}
