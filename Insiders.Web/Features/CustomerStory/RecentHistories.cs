using Insiders.Core.Customers.Sales;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>Caches the latest purchase histories of one run, so that a prerendered page shows its history again at once when it becomes interactive.</summary>
/// <remarks>Thread-safe. A history of a few thousand lines takes half a megabyte, so only a few are cached.</remarks>
public sealed class RecentHistories
{
    private const int Most = 16;

    private readonly Lock _gate = new();
    private readonly LinkedList<(int Row, CustomerHistory History)> _kept = [];

    /// <summary>The history of a customer, read if it is not cached.</summary>
    /// <param name="sales">The sales of the run.</param>
    /// <param name="row">The customer's row in the same run.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
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
            // Two callers may have read the same history at once: only one is cached.
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
