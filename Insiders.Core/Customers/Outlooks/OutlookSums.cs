using System.Collections.Immutable;
using Insiders.Core.Numerics;
using Insiders.Core.Statistics.Purchases;

namespace Insiders.Core.Customers.Outlooks;

/// <summary>What is expected of each customer, worked out once and added up for any group of them.</summary>
/// <remarks>
/// Chance: customers act on their own, so variances add up. Model: slopes of the sum by the logarithms of the parameters of the purchase model, with their
/// covariance (the delta method). Sums are taken as normal. Not in it: that the model itself may be wrong, which the hold-out period tells.
/// </remarks>
internal sealed class OutlookSums
{
    private const double WeekDays = 7;
    private const double Step = 1e-3;
    private const double Reach95 = 1.959963984540054;

    private readonly PurchaseGroups _groups;
    private readonly Matrix? _covariance;
    private readonly (double Mean, double Variance)[][] _counts;
    private readonly double[][][] _slopes;
    private readonly double[] _alive;
    private readonly double[] _each;
    private readonly SpendHistory[] _spending;
    private readonly SpendModel? _spend;

    /// <summary>Works it out for every customer.</summary>
    public OutlookSums(PurchaseModel model, SpendModel? spend, PurchaseGroups groups, ImmutableArray<SpendHistory> spending, CancellationToken cancellationToken)
    {
        (_groups, _spend, _covariance, _spending) = (groups, spend, model.Quality.LogCovariance, [.. spending]);
        _alive = ByGroup(model.Alive);
        _counts = [.. OutlookColumns.Horizons.Select(days =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Counts(model, days / WeekDays);
        })];
        _slopes = _covariance is null ? [] : [.. model.Parameters.Select((parameter, place) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Slopes(model.With(Moved(model, place, Step)), model.With(Moved(model, place, -Step)));
        })];
        _each = spend is null ? [] : [.. spending.Select(history => spend.Expected(history) ?? double.NaN)];
    }

    /// <summary>How likely a customer is one still.</summary>
    /// <param name="customer">Place among the histories.</param>
    public double Alive(int customer) => _alive[_groups.GroupOf[customer]];

    /// <summary>Purchases expected of a customer.</summary>
    /// <param name="customer">Place among the histories.</param>
    /// <param name="horizon">Place among the horizons.</param>
    public double Orders(int customer, int horizon) => _counts[horizon][_groups.GroupOf[customer]].Mean;

    /// <summary>Money expected of a customer; NaN where nothing can be said.</summary>
    public double Money(int customer, int horizon) => _spend is null ? double.NaN : Orders(customer, horizon) * _each[customer];

    /// <summary>Adds up.</summary>
    /// <param name="customers">Places among the histories.</param>
    public ImmutableArray<HorizonOutlook> Of(IReadOnlyList<int> customers) => [.. OutlookColumns.Horizons.Select((days, horizon) => Of(customers, days, horizon))];

    private HorizonOutlook Of(IReadOnlyList<int> customers, int days, int horizon)
    {
        var (orders, ordersVariance, money) = (0.0, 0.0, 0.0);
        double? moneyVariance = _spend is null ? null : 0;
        foreach (var customer in customers)
        {
            var (mean, variance) = _counts[horizon][_groups.GroupOf[customer]];
            (orders, ordersVariance) = (orders + mean, ordersVariance + variance);
            if (_spend is not null)
            {
                money += mean * _each[customer];
                moneyVariance += _spend.Variance(_spending[customer], mean, variance);
            }
        }

        var ordersReach = Reach95 * Math.Sqrt(ordersVariance + ModelVariance(customers, horizon, static _ => 1));
        double? moneyReach = moneyVariance is { } known ? Reach95 * Math.Sqrt(known + ModelVariance(customers, horizon, customer => _each[customer])) : null;
        return new(days, orders, Math.Max(0, orders - ordersReach), orders + ordersReach,
            _spend is null || double.IsNaN(money) ? null : money, moneyReach is { } low ? Math.Max(0, money - low) : null, money + moneyReach);
    }

    private double ModelVariance(IReadOnlyList<int> customers, int horizon, Func<int, double> weight)
    {
        if (_covariance is not { } covariance)
        {
            return 0;
        }

        var slopes = new double[_slopes.Length];
        foreach (var customer in customers)
        {
            var (group, each) = (_groups.GroupOf[customer], weight(customer));
            for (var place = 0; place < slopes.Length; place++)
            {
                slopes[place] += each * _slopes[place][horizon][group];
            }
        }

        var sum = 0.0;
        for (var place = 0; place < slopes.Length; place++)
        {
            sum += slopes[place] * RowOperations.Dot(covariance.Row(place), slopes);
        }

        return Math.Max(0, sum);
    }

    private (double Mean, double Variance)[] Counts(PurchaseModel model, double horizon)
    {
        var counts = new (double, double)[_groups.Counts.Length];
        for (var group = 0; group < counts.Length; group++)
        {
            counts[group] = (model.Expected(_groups.Histories[group], horizon), model.Counts(_groups.Histories[group], horizon).Variance);
        }

        return counts;
    }

    // By the logarithm of one parameter, from differences to both sides; per horizon, per group.
    private double[][] Slopes(PurchaseModel above, PurchaseModel below) => [.. OutlookColumns.Horizons.Select(days =>
        ByGroup(history => (above.Expected(history, days / WeekDays) - below.Expected(history, days / WeekDays)) / (2 * Step)))];

    private double[] ByGroup(Func<PurchaseHistory, double> figure)
    {
        var figures = new double[_groups.Counts.Length];
        for (var group = 0; group < figures.Length; group++)
        {
            figures[group] = figure(_groups.Histories[group]);
        }

        return figures;
    }

    private static ReadOnlySpan<double> Moved(PurchaseModel model, int place, double step) => model.Parameters.SetItem(place, model.Parameters[place] * Math.Exp(step)).AsSpan();
}
