using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Statistics.Hypotheses;
using Insiders.Core.Statistics.Purchases;

namespace Insiders.Core.Customers.Outlooks;

/// <summary>The ends of earlier months replayed: what would have been said of each customer's chance to stay, beside what happened.</summary>
/// <param name="Months">How many month ends were replayed.</param>
/// <param name="Bins">Ten bins of customers by what would have been said, each month corrected by the other months alone; empty with fewer than two months.</param>
/// <param name="Uncorrected">The same by what the model said.</param>
/// <param name="Correction">What all of them teach; null with fewer than two months.</param>
/// <param name="ByMonth">The last day known, the share that was said to stay, corrected by the other months, and the share that did.</param>
public sealed record OutlookReplay(
    int Months, ImmutableArray<CalibrationBin> Bins, ImmutableArray<CalibrationBin> Uncorrected, ChanceCalibration? Correction, ImmutableArray<ReplayedMonth> ByMonth)
{
    /// <summary>Nothing was replayed.</summary>
    public static OutlookReplay None { get; } = new(0, [], [], null, []);

    /// <summary>Who buys within so many days has stayed.</summary>
    public const int StayDays = 90;

    private const int MonthsBefore = 6;
    private const int MostMonths = 12;
    private const int BinCount = 10;
    private const double WeekDays = 7;

    /// <summary>How likely each customer buys within <see cref="StayDays"/>, as the model says it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="groups">The customers.</param>
    /// <returns>One per group.</returns>
    public static double[] Chances(PurchaseModel model, PurchaseGroups groups)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(groups);
        var chances = new double[groups.Counts.Length];
        for (var group = 0; group < chances.Length; group++)
        {
            chances[group] = model.Counts(groups.Histories[group], StayDays / WeekDays).Any;
        }

        return chances;
    }

    /// <summary>Replays.</summary>
    /// <param name="days">What the customers did day by day.</param>
    /// <param name="kind">The kind of model; it is fitted anew at each month's end, and where it cannot be, the one that knows no leaving is.</param>
    /// <param name="first">The first day of the data.</param>
    /// <param name="last">The last day of the data.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static OutlookReplay Of(DailySales days, PurchaseModelKind kind, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(days);
        var replayed = new List<(DateOnly End, double[] Chances, bool[] Happened)>();
        var earliest = first.AddMonths(MonthsBefore);
        for (var end = new DateOnly(last.Year, last.Month, 1).AddDays(-1); end >= earliest && replayed.Count < MostMonths; end = new DateOnly(end.Year, end.Month, 1).AddDays(-1))
        {
            if (end.AddDays(StayDays) <= last && Replay(days, kind, end, cancellationToken) is var (chances, happened))
            {
                replayed.Add((end, chances, happened));
            }
        }

        if (replayed.Count < 2)
        {
            return None;
        }

        var corrected = replayed.Select((month, place) =>
        {
            var (chances, happened) = Join(replayed.Where((_, other) => other != place));
            var correction = ChanceCalibration.Fit(chances, happened);
            return month with { Chances = [.. month.Chances.Select(correction.Of)] };
        }).ToArray();
        var (said, came) = Join(corrected);
        var (raw, _) = Join(replayed);
        return new(
            replayed.Count,
            Calibration.OfChances(said, came, BinCount),
            Calibration.OfChances(raw, came, BinCount),
            ChanceCalibration.Fit(raw, came),
            [.. corrected.Select(month => new ReplayedMonth(month.End, month.Chances.Length, month.Chances.Average(), month.Happened.Count(stays => stays) / (double)month.Happened.Length)).Reverse()]);
    }

    private static (double[] Chances, bool[] Happened)? Replay(DailySales days, PurchaseModelKind kind, DateOnly end, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var known = BuyingHistories.Of(days, end);
        var groups = PurchaseGroups.Of(known.Purchases.AsSpan());
        if (FitOrFallBack(kind, groups, cancellationToken) is not { } model)
        {
            return null;
        }

        var buys = new bool[days.Places];
        foreach (var cell in days.Between(end.AddDays(1), end.AddDays(StayDays)))
        {
            buys[cell.Place] |= cell.Invoices > 0;
        }

        return ([.. groups.ByCustomer<double>(Chances(model, groups))], [.. known.Rows.Select(row => buys[row])]);
    }

    internal static PurchaseModel? FitOrFallBack(PurchaseModelKind kind, PurchaseGroups groups, CancellationToken cancellationToken)
        => PurchaseFitting.Fit(kind, groups, new PurchaseOptions(), cancellationToken).Model ?? PurchaseFitting.Fit(PurchaseModelKind.NeverLeaves, groups, new PurchaseOptions(), cancellationToken).Model;

    private static (double[] Chances, bool[] Happened) Join(IEnumerable<(DateOnly End, double[] Chances, bool[] Happened)> months)
    {
        var all = months.ToArray();
        return ([.. all.SelectMany(month => month.Chances)], [.. all.SelectMany(month => month.Happened)]);
    }
}
