using Insiders.Core.Customers.Periods;

namespace Insiders.Core.Customers.Findings;

/// <summary>From where on something stands out: every bound of the rules in one place. See <c>docs/methods/what-stands-out.md</c>.</summary>
public static class FindingLimits
{
    /// <summary>Sentences at most.</summary>
    public const int MostFindings = 5;

    /// <summary>Customers that must stand behind a finding, unless <see cref="LeastShare"/> of the revenue does.</summary>
    public const int LeastCustomers = 30;

    /// <summary>The share of revenue that must stand behind a finding, unless <see cref="LeastCustomers"/> do.</summary>
    public const double LeastShare = 0.01;

    /// <summary>Standard deviations of chance that a part, one of many, must move apart from the others by.</summary>
    public const double LeastDeviations = 3.5;

    /// <summary>Standard deviations of chance that all revenue, which is looked at once, must move by.</summary>
    public const double LeastTrendDeviations = 2;

    /// <summary>Moves of all revenue the same way in a row that are no chance, however large each is: in no order they come once in 24.</summary>
    public const int LeastStreak = 3;

    /// <summary>A group's revenue that moved by less than this part did not move.</summary>
    public const double LeastRatio = 0.1;

    /// <summary>All revenue that moved by less than this part did not move.</summary>
    public const double LeastTrendRatio = 0.05;

    /// <summary>A country that keeps at most this part of its revenue has left.</summary>
    public const double LeftRatio = 0.1;

    /// <summary>A finding is another's when this part of its money is the other's.</summary>
    public const double ExplainedShare = 0.5;

    /// <summary>The part of the customers that are the best.</summary>
    public const double BestShare = 0.1;

    /// <summary>The share of all revenue that slipping best customers must hold.</summary>
    public const double LeastSlippingShare = 0.03;

    /// <summary>The share of a group's revenue from which on one customer carries it.</summary>
    public const double CarriedShare = 0.5;

    /// <summary>Customers whom a group must have before one of them can carry it.</summary>
    public const int LeastCarried = 3;

    /// <summary>A week must be so many robust standard deviations from the middle one.</summary>
    public const double LeastWeekDeviations = 6;

    /// <summary>A week must differ from the middle one by this part of it.</summary>
    public const double LeastWeekRatio = 0.25;

    /// <summary>Weeks that a week is compared with, and at least so many of them.</summary>
    public const int WeeksCompared = 26, LeastWeeks = 6;

    /// <summary>The share of a product's sales that must have been sent back.</summary>
    public const double ReturnedShare = 0.2;

    /// <summary>So many times what was sent back in the period before.</summary>
    public const double ReturnedTimes = 3;

    /// <summary>True where enough customers, or enough of the revenue, stand behind something.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="amount">The revenue.</param>
    /// <param name="whole">Of all.</param>
    public static bool IsEnough(int customers, double amount, double whole) => customers >= LeastCustomers || (whole > 0 && amount >= LeastShare * whole);

    /// <summary>True where the customers, or the revenue, of either period are enough.</summary>
    internal static bool IsEnough(PeriodChange change, PeriodChange whole)
        => IsEnough(change.Now.Customers, change.Now.RevenueAmount, whole.Now.RevenueAmount)
            || (change.Before is { } before && whole.Before is { } all && IsEnough(before.Customers, before.RevenueAmount, all.RevenueAmount));
}
