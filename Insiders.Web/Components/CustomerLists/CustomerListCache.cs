using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Navigation;

namespace Insiders.Web.Components.CustomerLists;

/// <summary>Caches the latest lists, because a page is rendered twice at first and paging requests the same list again.</summary>
public sealed class CustomerListCache
{
    /// <summary>Number of cached lists; each takes 1.6 MB with 200,000 customers.</summary>
    private const int Most = 16;

    private readonly Lock _gate = new();
    private readonly LinkedList<(CustomerTable Customers, string Key, Lazy<CustomerList> List)> _latest = [];

    /// <summary>The list for a filter and an order, computed only if it is not cached.</summary>
    public CustomerList Find(CustomerTable customers, CustomerFilter filter, CustomerOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(filter);

        // Whom a name stands for changes: with whoever asks, with edits of an audience, with reviews of the programme.
        var key = FilterAddress.Write(AddressQuery.Empty, filter).To(string.Create(CultureInfo.InvariantCulture, $"{order.Column}/{order.Descending}/{HashOf(filter.Among)}"));
        Lazy<CustomerList> list;
        lock (_gate)
        {
            var known = _latest.FirstOrDefault(entry => entry.Customers == customers && entry.Key == key);
            list = known.List ?? new Lazy<CustomerList>(() => CustomerList.Of(customers, filter, order));
            _latest.Remove(known);
            _latest.AddFirst((customers, key, list));

            // Lists of a run that is no longer published would keep that run in memory.
            for (var entry = _latest.First; entry is not null;)
            {
                var next = entry.Next;
                if (entry.Value.Customers != customers || (next is null && _latest.Count > Most))
                {
                    _latest.Remove(entry);
                }

                entry = next;
            }
        }

        return list.Value;
    }

    private static string HashOf(NamedCustomers? among) => among is null ? "" : Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(among.Rows.AsSpan())));
}
