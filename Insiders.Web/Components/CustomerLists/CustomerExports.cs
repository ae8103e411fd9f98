using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Web.Components.Audiences;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;
using Insiders.Web.Navigation;

namespace Insiders.Web.Components.CustomerLists;

/// <summary>Exports the list of customers: every customer of the list, with the visible columns or with all columns.</summary>
public static class CustomerExports
{
    /// <summary>The customers that match the query, in its order; null while no run is published.</summary>
    public static async Task<ExportTable?> CustomersAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is not { Customers: var customers } run)
        {
            return null;
        }

        var among = await request.Get<AudienceFilter>().FindAsync(request.Person.ToActor(), request.Address, run, cancellationToken);
        var address = ListAddress.Read(request.Address, customers, among);
        var list = CustomerListCache.Of(run).Find(address.Filter, address.Order);
        return Of(request, () => Texts.PageCustomers, customers, list.Sorted, [ListColumns.Id, .. address.Columns]) with
        {
            Conditions = () => FilterText.Of(address.Filter, customers).Select(condition => condition.Text),
        };
    }

    /// <summary>Makes an export table from some customers of a run.</summary>
    /// <param name="request">The request, which says whether to export all columns.</param>
    /// <param name="title">The table's title.</param>
    /// <param name="customers">The customers of the run.</param>
    /// <param name="rows">The rows to export.</param>
    /// <param name="shown">The visible columns, by their names in <see cref="ListColumns"/>, including the customer column itself.</param>
    public static ExportTable Of(ExportRequest request, Func<string> title, CustomerTable customers, IReadOnlyCollection<int> rows, IEnumerable<string> shown)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(customers);
        var columns = request.AllColumns ? ListColumns.All(customers) : shown.Where(column => ListColumns.Has(column, customers));
        return ExportTable.Of(title, rows, [.. columns.Select(column => ListColumns.Field(column, customers))]) with { Whole = customers.Count };
    }
}
