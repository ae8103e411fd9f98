using Insiders.Core.Customers.Sales;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>The histories that were read last, of one run's sales: a page that has just come whole shows them again at once when it has connected.</summary>
/// <remarks>Any number of callers at once. A history of a few thousand lines takes half a megabyte, so few are kept.</remarks>
public sealed class RecentHistories
{
    private const int Most = 16;

    private readonly Lock _gate = new();
    private readonly LinkedList<(int Row, CustomerHistory History)> _kept = [];

    /// <summary>The history of a customer, read where it is not kept.</summary>
    /// <param name="sales">Of the run.</param>
    /// <param name="row">The customer's, in the base of the same run.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<CustomerHistory> ReadAsync(RunSales sales, int row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sales);
        lock (_gate)
        {
            if (Kept(row) is { } known)
            {
                return known;
            }
        }

        var history = CustomerHistory.Of(await sales.SalesOfAsync(row, cancellationToken));
        lock (_gate)
        {
            // Two may have read the same at once: one is kept, so that the other takes no place.
            if (Kept(row) is { } known)
            {
                return known;
            }

            _kept.AddFirst((row, history));
            if (_kept.Count > Most)
            {
                _kept.RemoveLast();
            }
        }

        return history;
    }

    private CustomerHistory? Kept(int row) => _kept.FirstOrDefault(kept => kept.Row == row).History;
}
