using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Navigation;

namespace Insiders.Web.Components.CustomerLists;

/// <summary>Keeps the latest lists: a page is drawn twice at first, and turning its pages asks for the same list again.</summary>
public sealed class CustomerListCache
{
    /// <summary>Lists kept: of 200,000 customers each takes 1.6 MB.</summary>
    private const int Most = 16;

    private readonly Lock _gate = new();
    private readonly LinkedList<(CustomerTable Customers, string Key, Lazy<CustomerList> List)> _latest = [];

    /// <summary>The list of a filter and an order; made once while it is among the latest.</summary>
    public CustomerList Find(CustomerTable customers, CustomerFilter filter, CustomerOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var key = FilterAddress.Write(AddressQuery.Empty, filter).To(string.Create(CultureInfo.InvariantCulture, $"{order.Column}/{order.Descending}"));
        Lazy<CustomerList> list;
        lock (_gate)
        {
            var known = _latest.FirstOrDefault(entry => entry.Customers == customers && entry.Key == key);
            list = known.List ?? new Lazy<CustomerList>(() => CustomerList.Of(customers, filter, order));
            _latest.Remove(known);
            _latest.AddFirst((customers, key, list));

            // Lists of a base that is published no more would keep it in memory.
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
}
