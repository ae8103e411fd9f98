using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Problems;
using Insiders.Core.Statistics.Purchases;

namespace Insiders.Core.Customers.Outlooks;

/// <summary>Works out what the customers of a run are expected to do.</summary>
public static class OutlookBuilder
{
    /// <summary>Months that the hold-out period has, where the data is long enough.</summary>
    public const int TrialMonths = 3;

    /// <summary>Days of data below which nothing is held out: there would be nothing left to learn from.</summary>
    public const int LeastDaysForTrial = 180;

    private const int TrialPart = 4;
    private const double WeekDays = 7;

    /// <summary>Works it out.</summary>
    /// <param name="customers">The customers, with what they did day by day.</param>
    /// <param name="first">The first day of the data.</param>
    /// <param name="last">The last day of the data.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>An outlook, or the problem that there is none.</returns>
    /// <remarks>No randomness. Linear in customers; some seconds for 200,000.</remarks>
    public static BaseOutlook Build(CustomerTable customers, DateOnly first, DateOnly last, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(progress);
        if (customers.Days is not { } days)
        {
            return new(last, Problem.Of(ProblemCode.OutlookWithoutSales).ToText());
        }

        var known = BuyingHistories.Of(days, last);
        var groups = PurchaseGroups.Of(known.Purchases.AsSpan());
        var earlier = CutOf(first, last) is { } cut ? BuyingHistories.Of(days, cut) : null;
        var choice = PurchaseComparison.Choose(groups, earlier is null ? null : TrialOf(days, earlier, CutOf(first, last)!.Value, last), new PurchaseOptions(), cancellationToken);
        progress.Report(0.4);
        ImmutableArray<OutlookModelFit> models = [.. choice.Candidates.Select(Describe)];
        if (choice.Chosen is not { } model)
        {
            return new(last, models[^1].Problem ?? models[0].Problem) { Models = models };
        }

        var spend = SpendFitting.Fit(known.Spending.AsSpan(), new SpendOptions(), cancellationToken);
        var sums = new OutlookSums(model, spend.Model, groups, known.Spending, cancellationToken);
        progress.Report(0.7);
        var replay = OutlookReplay.Of(days, model.Kind, first, last, cancellationToken);
        ImmutableArray<double> chances = groups.ByCustomer<double>(Array.ConvertAll(OutlookReplay.Chances(model, groups), chance => replay.Correction?.Of(chance) ?? chance));
        var revenue = customers.Feature("gross_revenue");
        return new(last, null)
        {
            Models = models,
            Fitted = FittedOutlook.Of(model, spend.Model),
            FellBack = choice.FellBack,
            SpendProblem = spend.Problem?.ToText(),
            SpendCorrelation = spend.Correlation,
            LargestShare = revenue.Sum() is > 0 and var all ? revenue.Max() / all : 0,
            Groups = GroupsOf(customers, known, sums, chances),
            Replay = replay,
            Earlier = earlier is null ? null : EarlierOf(earlier, model.Kind, CutOf(first, last)!.Value, cancellationToken),
            Columns = ColumnsOf(customers.Count, known, sums, chances, spend.Model is not null),
        };
    }

    /// <summary>The last day that a choice made earlier knows; null where the data is too short to hold anything out.</summary>
    /// <param name="first">The first day of the data.</param>
    /// <param name="last">The last day of the data.</param>
    public static DateOnly? CutOf(DateOnly first, DateOnly last)
    {
        var span = last.DayNumber - first.DayNumber + 1;
        return span < LeastDaysForTrial ? null
            : last.AddMonths(-TrialMonths) is var cut && last.DayNumber - cut.DayNumber <= span / (TrialPart - 1) ? cut
            : last.AddDays(-(span / TrialPart));
    }

    private static PurchaseTrial? TrialOf(DailySales days, BuyingHistories earlier, DateOnly cut, DateOnly last)
    {
        if (earlier.Rows.IsEmpty)
        {
            return null;
        }

        var made = new int[days.Places];
        foreach (var cell in days.Between(cut.AddDays(1), last))
        {
            made[cell.Place] += cell.Invoices > 0 ? 1 : 0;
        }

        return new(PurchaseGroups.Of(earlier.Purchases.AsSpan()), [.. earlier.Rows.Select(row => made[row])], (last.DayNumber - cut.DayNumber) / WeekDays);
    }

    private static OutlookModelFit Describe(PurchaseCandidate candidate) => new(
        candidate.Fit.Kind, candidate.Fit.Model?.Quality.LogLikelihood, candidate.Trial?.Predicted, candidate.Trial?.Made, candidate.Trial?.MeanAbsoluteError, candidate.Trial?.LogScore, candidate.Fit.Problem?.ToText());

    private static ImmutableArray<GroupOutlook> GroupsOf(CustomerTable customers, BuyingHistories known, OutlookSums sums, ImmutableArray<double> chances)
    {
        var places = Enumerable.Range(0, known.Rows.Length).ToArray();
        var bySegment = places.ToLookup(place => customers.SegmentOf[known.Rows[place]]);
        var sizes = customers.Everybody.CountBy(row => customers.SegmentOf[row]).ToDictionary();
        return
        [
            Group(OutlookGroup.Base, null, customers.Count, places),
            .. customers.Segments.Select((segment, place) => Group(OutlookGroup.Segment, segment.SegmentId, sizes.GetValueOrDefault(place), [.. bySegment[place]])),
        ];

        GroupOutlook Group(OutlookGroup group, long? segment, int size, int[] own) => new(group, segment, size, own.Sum(sums.Alive), own.Sum(place => chances[place]), sums.Of(own));
    }

    private static EarlierOutlook? EarlierOf(BuyingHistories earlier, PurchaseModelKind kind, DateOnly cut, CancellationToken cancellationToken)
        => OutlookReplay.FitOrFallBack(kind, PurchaseGroups.Of(earlier.Purchases.AsSpan()), cancellationToken) is { } model
            && SpendFitting.Fit(earlier.Spending.AsSpan(), new SpendOptions(), cancellationToken).Model is { } spend
            ? new(cut, FittedOutlook.Of(model, spend)) : null;

    private static OutlookColumns ColumnsOf(int customers, BuyingHistories known, OutlookSums sums, ImmutableArray<double> chances, bool hasMoney)
    {
        var columns = new List<(string, float[])> { (SalesMeasures.StayChance, Column(customer => chances[customer])) };
        foreach (var (place, days) in OutlookColumns.Horizons.Index())
        {
            columns.Add((SalesMeasures.ExpectedOrders(days), Column(customer => sums.Orders(customer, place))));
            if (hasMoney)
            {
                columns.Add((SalesMeasures.ExpectedRevenue(days), Column(customer => sums.Money(customer, place))));
            }
        }

        return OutlookColumns.Of(columns);

        float[] Column(Func<int, double> figure)
        {
            var values = new float[customers];
            Array.Fill(values, float.NaN);
            for (var i = 0; i < known.Rows.Length; i++)
            {
                values[known.Rows[i]] = (float)figure(i);
            }

            return values;
        }
    }
}
