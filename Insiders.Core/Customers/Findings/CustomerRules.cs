using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Customers.Findings;

/// <summary>What customers do: the best who slip away, those who are overdue, one who carries a group, and how many are in a segment.</summary>
internal static class CustomerRules
{
    /// <summary>The best customers who are slipping or dormant.</summary>
    public static IEnumerable<Finding> BestSlipping(FindingContext context)
    {
        var customers = context.Customers;
        var bestCount = (int)Math.Ceiling(FindingLimits.BestShare * customers.Count);
        if (customers.Stages is null || bestCount == 0)
        {
            yield break;
        }

        var best = customers.Sort(customers.Everybody, CustomerOrder.ByRevenue);
        var filter = new CustomerFilter
        {
            Stages = [CustomerStage.Slipping, CustomerStage.Dormant],
            Ranges = [new("gross_revenue", Math.Floor(customers.Feature("gross_revenue")[best[bestCount - 1]]), null)],
        };
        var rows = customers.Select(filter);
        var held = customers.Sum("gross_revenue", rows);
        if (rows.Length > 0 && held >= FindingLimits.LeastSlippingShare * context.RevenueAmount && FindingLimits.IsEnough(rows.Length, held, context.RevenueAmount))
        {
            yield return new(FindingCode.BestSlipping, context.InOnePeriod(held)) { Amount = held, Share = held / context.RevenueAmount, Count = rows.Length, CountBefore = bestCount, Filter = filter, Rows = rows };
        }
    }

    /// <summary>Customers who became overdue in the last period, where they are more than in the one before by more than chance.</summary>
    public static IEnumerable<Finding> Overdue(FindingContext context)
    {
        var (customers, days) = (context.Customers, context.Comparison.Now.Days);
        var earlier = context.Coverage.Last.AddDays(-days);
        if (!customers.Has(SalesMeasures.DaysOverdue) || earlier < context.Coverage.First)
        {
            yield break;
        }

        var filter = new CustomerFilter { Ranges = [new(SalesMeasures.DaysOverdue, 1, days)] };
        var rows = customers.Select(filter);
        var before = SalesMeasures.Of(context.Days.PurchaseDays(earlier), [.. customers.Everybody.Select(_ => 0.0)], earlier)[SalesMeasures.DaysOverdue].Count(late => late >= 1 && late <= days);
        var expected = rows.Sum(row => customers.Feature(CustomerMeasures.OrderValue)[row]);
        if (rows.Length - before >= FindingLimits.LeastDeviations * Math.Sqrt(rows.Length + before) && FindingLimits.IsEnough(rows.Length, expected, context.Summary.Whole.Now.RevenueAmount))
        {
            yield return new(FindingCode.PurchasesOverdue, expected) { Amount = expected, Count = rows.Length, CountBefore = before, Filter = filter, Rows = rows };
        }
    }

    /// <summary>Customers who are half of a country or a segment; a country before the segment, for that is the plainer fact.</summary>
    public static IEnumerable<Finding> Carries(FindingContext context)
    {
        var customers = context.Customers;
        var told = new HashSet<int>();
        foreach (var (country, rows) in customers.Everybody.GroupBy(row => customers.Countries[row], StringComparer.Ordinal).Select(group => (group.Key, group.ToArray())))
        {
            if (Carrier(context, rows) is { } carrier && told.Add(carrier.Row))
            {
                yield return new(FindingCode.CustomerCarriesCountry, carrier.Amount) { Period = context.Comparison.Now, Country = country, Customer = carrier.Row, Amount = carrier.Amount, Share = carrier.Share, Filter = new() { Countries = [country] } };
            }
        }

        foreach (var segment in customers.Segments)
        {
            if (Carrier(context, [.. customers.MembersOf(segment)]) is { } carrier && told.Add(carrier.Row))
            {
                yield return new(FindingCode.CustomerCarriesSegment, carrier.Amount) { Period = context.Comparison.Now, Segment = segment, Customer = carrier.Row, Amount = carrier.Amount, Share = carrier.Share, Filter = new() { SegmentIds = [segment.SegmentId] } };
            }
        }
    }

    /// <summary>Segments with more or fewer members than in the run before, by more than chance.</summary>
    public static IEnumerable<Finding> Members(FindingContext context)
    {
        foreach (var segment in context.Customers.Segments.Where(segment => context.EarlierMembers.ContainsKey(segment.SegmentId)))
        {
            var rows = context.Customers.MembersOf(segment);
            var (now, before) = (rows.Length, context.EarlierMembers[segment.SegmentId]);
            var money = context.InOnePeriod(Math.Abs(now - before) * context.Customers.Mean("gross_revenue", rows));
            if (Math.Abs(now - before) >= FindingLimits.LeastDeviations * Math.Sqrt(now + before) && Math.Abs(now - before) >= FindingLimits.LeastRatio * before
                && FindingLimits.IsEnough(Math.Abs(now - before), money, context.Summary.Whole.Now.RevenueAmount))
            {
                yield return new(now > before ? FindingCode.SegmentGrew : FindingCode.SegmentShrank, money) { Segment = segment, Count = now, CountBefore = before, Filter = new() { SegmentIds = [segment.SegmentId] } };
            }
        }
    }

    private static (int Row, double Amount, double Share)? Carrier(FindingContext context, int[] rows)
    {
        int[] buyers = [.. rows.Where(row => context.Now[row].Customers > 0)];
        var revenue = buyers.Sum(row => context.Now[row].RevenueAmount);
        if (buyers.Length < FindingLimits.LeastCarried || revenue < FindingLimits.LeastShare * context.Summary.Whole.Now.RevenueAmount)
        {
            return null;
        }

        var first = buyers.MaxBy(row => context.Now[row].RevenueAmount);
        var share = context.Now[first].RevenueAmount / revenue;
        return share >= FindingLimits.CarriedShare ? (first, context.Now[first].RevenueAmount, share) : null;
    }
}
