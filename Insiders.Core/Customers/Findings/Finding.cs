using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments;

namespace Insiders.Core.Customers.Findings;

/// <summary>One thing that stands out: a code and the plain values that a sentence about it needs.</summary>
/// <param name="Code">What it is.</param>
/// <param name="MoneyAmount">Money behind it in one period, 0 or more: what findings are ranked by.</param>
public sealed record Finding(FindingCode Code, double MoneyAmount)
{
    /// <summary>The period it is about; null where it is about the state on the last day.</summary>
    public Period? Period { get; init; }

    /// <summary>The figures of the period and of the one before; null where it is about none.</summary>
    public PeriodChange? Change { get; init; }

    /// <summary>The segment it is about, or that a customer carries.</summary>
    public RunSegment? Segment { get; init; }

    /// <summary>The country it is about, or that a customer carries.</summary>
    public string? Country { get; init; }

    /// <summary>The product it is about.</summary>
    public ProductSales? Product { get; init; }

    /// <summary>The row of the customer it is about.</summary>
    public int? Customer { get; init; }

    /// <summary>The day that most of an unusual week lies on; null where it lies on several.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>An amount that the sentence names: what slipping customers spent so far, what an usual week brings, what was sent back.</summary>
    public double Amount { get; init; }

    /// <summary>A part of a whole that the sentence names, 0 to 1.</summary>
    public double Share { get; init; }

    /// <summary>How many it is now: customers, members.</summary>
    public int Count { get; init; }

    /// <summary>How many it was.</summary>
    public int CountBefore { get; init; }

    /// <summary>How many periods in a row revenue has moved this way, this one among them; at least 1 where it is about that.</summary>
    public int Streak { get; init; }

    /// <summary>What moved revenue the same way, most first.</summary>
    public ImmutableArray<FindingDriver> Drivers { get; init; } = [];

    /// <summary>What moved it the other way most; null where nothing did by much.</summary>
    public FindingDriver? Brake { get; init; }

    /// <summary>The customers behind it, as conditions of their list; null where it is about a chart or a product.</summary>
    public CustomerFilter? Filter { get; init; }

    /// <summary>The rows of the customers whose doing it is; empty where it is about everybody, a product or a week.</summary>
    public ImmutableArray<int> Rows { get; init; } = [];
}
