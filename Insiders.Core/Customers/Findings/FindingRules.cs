using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;

namespace Insiders.Core.Customers.Findings;

/// <summary>The catalogue of what can stand out, and what is said of it. See <c>docs/methods/what-stands-out.md</c>.</summary>
public static class FindingRules
{
    /// <summary>The rules; an earlier one's finding is the reason for a later one's where both are about the same money.</summary>
    public static ImmutableArray<FindingRule> All { get; } =
    [
        new("week", TrendRules.Week),
        new("countries", PartRules.Countries),
        new("best-slipping", CustomerRules.BestSlipping),
        new("products", PartRules.Products),
        new("carries", CustomerRules.Carries),
        new("overdue", CustomerRules.Overdue),
        new("members", CustomerRules.Members),
        new("trend", TrendRules.Trend),
    ];

    /// <summary>What stands out, most money first; at most <see cref="FindingLimits.MostFindings"/>, no two about the same fact.</summary>
    /// <param name="context">What is looked at.</param>
    /// <remarks>O(n log n) for n customer days. 4,312 customers take about 30 ms, 200,000 about a second: it is worked out once per run and period.</remarks>
    public static ImmutableArray<Finding> Find(FindingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var told = new List<Finding>();
        var candidates = All.SelectMany(rule => rule.Find(context).OrderByDescending(finding => finding.MoneyAmount)).ToArray();
        foreach (var finding in candidates.OrderBy(finding => finding.Code != FindingCode.CountryLeft && finding.Code is not (FindingCode.WeekHigh or FindingCode.WeekLow)))
        {
            if (!told.Any(reason => Explains(context, reason, finding)) && !(IsOfCountry(finding) && candidates.Any(reason => reason.Code == FindingCode.BestSlipping && Explains(context, reason, finding))))
            {
                told.Add(finding);
            }
        }

        return [.. told.OrderByDescending(finding => finding.MoneyAmount).ThenBy(finding => finding.Code).Take(FindingLimits.MostFindings)];
    }

    // Best customers who stopped are a plainer fact than a country that fell by them; a country that left altogether is the plainer one.
    private static bool IsOfCountry(Finding finding) => finding.Code is FindingCode.CountryFell;

    private static bool Explains(FindingContext context, Finding reason, Finding finding) => (reason, finding) switch
    {
        ({ Code: FindingCode.WeekHigh or FindingCode.WeekLow }, { Code: FindingCode.WeekHigh or FindingCode.WeekLow }) => reason.Code == finding.Code,
        ({ Code: FindingCode.WeekHigh or FindingCode.WeekLow, Period: { } week }, { Change.RevenueDifference: { } difference }) => IsHalf(difference - context.DifferenceWithout(Sales(context, finding), PlacesOf(context, finding), week), difference),
        ({ Rows.IsEmpty: false }, { Code: FindingCode.RevenueRose or FindingCode.RevenueFell, Change.RevenueDifference: { } difference }) => IsHalf(reason.Rows.Sum(context.DifferenceOf), difference),
        ({ Rows.IsEmpty: false }, { Code: FindingCode.CountryFell or FindingCode.CountryGrew, Change.RevenueDifference: { } difference }) => IsHalf(Common(reason, finding).Sum(context.DifferenceOf), difference),
        ({ Rows.IsEmpty: false }, { Code: FindingCode.BestSlipping }) => IsHalf(Common(reason, finding).Sum(row => context.Customers.Feature("gross_revenue")[row]), finding.Amount),
        ({ Rows.IsEmpty: false }, { Code: FindingCode.PurchasesOverdue }) => IsHalf(Common(reason, finding).Count(), finding.Count - finding.CountBefore),
        ({ Product: not null, Code: not FindingCode.ProductReturned, Change.RevenueDifference: { } part }, { Code: FindingCode.RevenueRose or FindingCode.RevenueFell, Change.RevenueDifference: { } whole }) => IsHalf(part, whole),
        _ => false,
    };

    private static bool IsHalf(double part, double whole) => Math.Sign(part) == Math.Sign(whole) && Math.Abs(part) >= FindingLimits.ExplainedShare * Math.Abs(whole);

    private static IEnumerable<int> Common(Finding one, Finding other)
    {
        var rows = other.Rows.ToHashSet();
        return one.Rows.Where(rows.Contains);
    }

    private static DailySales Sales(FindingContext context, Finding finding) => finding.Product is null ? context.Days : context.ProductDays;

    private static bool[]? PlacesOf(FindingContext context, Finding finding)
    {
        if (finding.Product is null && finding.Rows.IsEmpty)
        {
            return null;
        }

        var isAsked = new bool[Sales(context, finding).Places];
        foreach (var place in finding.Product is { } product ? [context.Products.IndexOf(product)] : finding.Rows)
        {
            isAsked[place] = true;
        }

        return isAsked;
    }
}
