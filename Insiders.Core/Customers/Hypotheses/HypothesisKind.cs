namespace Insiders.Core.Customers.Hypotheses;

/// <summary>What a hypothesis compares. Stored by name.</summary>
public enum HypothesisKind
{
    /// <summary>The mean of a measure in a group ÷ the mean over all customers.</summary>
    Mean,

    /// <summary>The median of a measure in a group ÷ the median over all customers.</summary>
    Median,

    /// <summary>Items returned ÷ items bought of a group as a whole ÷ the same of all customers.</summary>
    PooledReturns,

    /// <summary>A group's part of the total of a measure.</summary>
    ShareOfTotal,

    /// <summary>Different products that a group bought ÷ different products that anybody bought. Counted, not estimated.</summary>
    ShareOfProducts,

    /// <summary>The rank correlation of two measures over the customers of a group.</summary>
    RanksTogether,

    /// <summary>Revenue per day in the first half of whole months ÷ revenue per day in their second half.</summary>
    MonthHalves,

    /// <summary>Whether anything was sold on each of the seven weekdays. Counted.</summary>
    EveryWeekday,

    /// <summary>Whether anything was sold in each of the 24 hours. Counted.</summary>
    EveryHour,
}
