using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;
using Insiders.Web.Navigation;

namespace Insiders.Web.Components.CustomerLists;

/// <summary>The list of customers as a file: every customer of the list, with the columns on view or with every one there is.</summary>
public static class CustomerExports
{
    /// <summary>The customers that the query asks for, in its order; null while no run is published.</summary>
    public static async Task<ExportTable?> CustomersAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is not { Customers: var customers })
        {
            return null;
        }

        var address = ListAddress.Read(request.Address, customers);
        var list = request.Get<CustomerListCache>().Find(customers, address.Filter, address.Order);
        return Of(request, () => Texts.PageCustomers, customers, list.Sorted, [ListColumns.Id, .. address.Columns]) with
        {
            Conditions = () => FilterText.Of(address.Filter, customers).Select(condition => condition.Text),
        };
    }

    /// <summary>Some customers of a base as a table.</summary>
    /// <param name="request">Says whether all columns are wanted.</param>
    /// <param name="title">What the table is called.</param>
    /// <param name="customers">The base.</param>
    /// <param name="rows">Their rows.</param>
    /// <param name="shown">The columns of the page, as <see cref="ListColumns"/> knows them, the customer's own included.</param>
    public static ExportTable Of(ExportRequest request, Func<string> title, CustomerTable customers, IReadOnlyCollection<int> rows, IEnumerable<string> shown)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(customers);
        var columns = request.AllColumns ? ListColumns.All(customers) : shown.Where(column => ListColumns.Has(column, customers));
        return ExportTable.Of(title, rows, [.. columns.Select(column => ListColumns.Field(column, customers))]) with { Whole = customers.Count };
    }
}
