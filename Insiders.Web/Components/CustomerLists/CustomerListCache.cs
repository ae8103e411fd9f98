using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Navigation;

namespace Insiders.Web.Components.CustomerLists;

/// <summary>The latest lists of a run's customers, because a page is rendered twice at first and paging requests the same list again.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class CustomerListCache
{
    /// <summary>Number of cached lists; each takes 1.6 MB with 200,000 customers.</summary>
    private const int Most = 16;

    private readonly CustomerTable _customers;
    private readonly Lock _gate = new();
    private readonly LinkedList<(string Key, Lazy<CustomerList> List)> _latest = [];

    private CustomerListCache(CustomerTable customers) => _customers = customers;

    /// <summary>The lists of a run.</summary>
    public static CustomerListCache Of(PublishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Derive(static known => new CustomerListCache(known.Customers));
    }

    /// <summary>The list for a filter and an order, computed only if it is not cached.</summary>
    public CustomerList Find(CustomerFilter filter, CustomerOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(filter);

        // The customers behind a name differ between readers, and change with edits of an audience and reviews of the programme.
        var key = FilterAddress.Write(AddressQuery.Empty, filter).To(string.Create(CultureInfo.InvariantCulture, $"{order.Column}/{order.Descending}/{HashOf(filter.Among)}"));
        Lazy<CustomerList> list;
        lock (_gate)
        {
            var cached = _latest.FirstOrDefault(entry => entry.Key == key);
            list = cached.List ?? new Lazy<CustomerList>(() => CustomerList.Of(_customers, filter, order));
            _latest.Remove(cached);
            _latest.AddFirst((key, list));
            if (_latest.Count > Most)
            {
                _latest.RemoveLast();
            }
        }

        return list.Value;
    }

    private static string HashOf(NamedCustomers? among) => among is null ? "" : Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(among.Rows.AsSpan())));
}
