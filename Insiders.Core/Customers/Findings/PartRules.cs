using Insiders.Core.Customers.Periods;

namespace Insiders.Core.Customers.Findings;

/// <summary>Countries and products that did not move as the others did.</summary>
internal static class PartRules
{
    /// <summary>Countries that left, grew or fell.</summary>
    public static IEnumerable<Finding> Countries(FindingContext context)
    {
        foreach (var (country, change) in context.Summary.Countries.Select(line => (line.Of, line.Change)))
        {
            var apart = ApartFromOthers.Of(change, context.Summary.Whole);
            if (change.Before is not { } before || !apart.StandsOut(before.RevenueAmount) || !FindingLimits.IsEnough(change, context.Summary.Whole))
            {
                continue;
            }

            var filter = new CustomerFilter { Countries = [country] };
            yield return new(CodeOf(change, apart), Math.Abs(apart.ExcessAmount))
            {
                Period = context.Comparison.Now,
                Change = change,
                Country = country,
                Filter = filter,
                Rows = context.Customers.Select(filter),
            };
        }

        static FindingCode CodeOf(PeriodChange change, ApartFromOthers apart)
            => apart.ExcessAmount > 0 ? FindingCode.CountryGrew : change.Now.RevenueAmount <= FindingLimits.LeftRatio * change.Before?.RevenueAmount ? FindingCode.CountryLeft : FindingCode.CountryFell;
    }

    /// <summary>Products that grew, fell, sell again, or were sent back.</summary>
    public static IEnumerable<Finding> Products(FindingContext context)
    {
        var now = context.ProductDays.Totals(context.Comparison.Now);
        var before = context.Comparison.Before is { } other ? context.ProductDays.Totals(other) : null;
        foreach (var place in context.Goods)
        {
            var change = new PeriodChange(now[place], before?[place]);
            if ((Returned(context, change) ?? Moved(context, place, change)) is { } found)
            {
                yield return found with { Period = context.Comparison.Now, Change = change, Product = context.Products[place] };
            }
        }
    }

    private static Finding? Returned(FindingContext context, PeriodChange change)
    {
        var (returned, before) = (change.Now.ReturnedAmount, change.Before ?? default);
        var sold = change.Now.RevenueAmount + before.RevenueAmount;
        return returned >= FindingLimits.LeastShare * context.Summary.Whole.Now.RevenueAmount && returned > 0 && returned >= FindingLimits.ReturnedShare * sold && returned >= FindingLimits.ReturnedTimes * before.ReturnedAmount
            ? new(FindingCode.ProductReturned, returned) { Amount = returned, Share = sold > 0 ? Math.Min(returned / sold, 1) : 1 }
            : null;
    }

    private static Finding? Moved(FindingContext context, int place, PeriodChange change)
    {
        var whole = context.Summary.Whole;
        if (change.Before is not { } before || whole.Before is not { } all || !IsEnough(change.Now.RevenueAmount, whole.Now.RevenueAmount) && !IsEnough(before.RevenueAmount, all.RevenueAmount))
        {
            return null;
        }

        if (before.RevenueAmount == 0)
        {
            return IsBack(context, place) ? new(FindingCode.ProductBack, change.Now.RevenueAmount) : null;
        }

        var apart = ApartFromOthers.Of(change, whole);
        return apart.StandsOut(before.RevenueAmount) ? new(apart.ExcessAmount > 0 ? FindingCode.ProductGrew : FindingCode.ProductFell, Math.Abs(apart.ExcessAmount)) : null;
    }

    // It was sold once, and not in the two periods before: one alone is an empty shelf.
    private static bool IsBack(FindingContext context, int place)
    {
        if (context.Comparison.Before?.Previous is not { } earlier || earlier.First <= context.Coverage.First)
        {
            return false;
        }

        var isAsked = new bool[context.ProductDays.Places];
        isAsked[place] = true;
        var past = Period.Between(PeriodUnit.Day, context.Coverage.First, earlier.First.AddDays(-1));
        return context.ProductDays.RevenueOf(earlier, isAsked) == 0 && context.ProductDays.RevenueOf(past, isAsked) > 0;
    }

    private static bool IsEnough(double amount, double whole) => amount > 0 && amount >= FindingLimits.LeastShare * whole;
}
