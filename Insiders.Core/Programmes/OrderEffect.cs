using Insiders.Core.Customers;

namespace Insiders.Core.Programmes;

/// <summary>What the measures of a customer become with further orders.</summary>
internal sealed class OrderEffect
{
    private readonly Func<string, double> _now;
    private readonly double _revenue;
    private readonly double _orders;
    private readonly double _items;
    private readonly double _returned;

    private OrderEffect(Func<string, double> now)
    {
        _now = now;
        (_revenue, _orders, _items, _returned) = (now("gross_revenue"), now("qtty_invoices"), now("qtty_items"), now("qtty_returns"));
    }

    /// <summary>What one order is worth; 0 where there is none.</summary>
    public double OrderAmount => _orders > 0 ? _revenue / _orders : 0;

    /// <summary>The measures of a customer; what the base does not have is 0.</summary>
    public static OrderEffect Of(CustomerTable customers, int row)
        => new(name => customers.Has(name) && customers.Feature(name)[row] is var value && double.IsFinite(value) ? value : 0);

    /// <summary>A measure after some orders that come to some money, all on the last day of the data.</summary>
    public double Value(string measure, int orders, double money)
    {
        if (orders == 0)
        {
            return _now(measure);
        }

        var items = _revenue > 0 ? _items * (money / _revenue) : 0;
        return measure switch
        {
            "gross_revenue" or SalesMeasures.NetRevenue => _now(measure) + money,
            "qtty_invoices" => _orders + orders,
            "qtty_items" => _items + items,
            CustomerMeasures.OrderValue => (_revenue + money) / (_orders + orders),
            "avg_basket_size" => (_items + items) / (_orders + orders),
            "recency_days" => 0,
            "return_rate" => _items + items > 0 ? _returned / (_items + items) : _now(measure),

            // Orders of one day add one purchase day, which these measures hardly see: they are left as they are.
            _ => _now(measure),
        };
    }
}
