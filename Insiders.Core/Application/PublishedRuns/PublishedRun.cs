using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.Sales;

namespace Insiders.Core.Application.PublishedRuns;

/// <summary>The published run with everything that pages ask about it, held in memory while it is published.</summary>
/// <param name="Run">The run and its publication; its segments are as people edited them.</param>
/// <param name="Cleaning">What cleaning dropped and left; the as-of date is its last date.</param>
/// <param name="Customers">Its customers.</param>
/// <param name="Sales">Its sales; null when they are no longer stored and the ledger has changed since, which panels that need them report.</param>
public sealed record PublishedRun(PublishedRunRow Run, CleaningReport Cleaning, CustomerTable Customers, RunSales? Sales)
{
    /// <summary>Periods without any sale that are unusually long for this shop; empty when the sales are not available.</summary>
    public ImmutableArray<SalesGap> Gaps { get; init; } = [];

    /// <summary>The models by which customers are expected to buy; null until they are fitted, and where they cannot be.</summary>
    public FittedOutlook? Outlook { get; init; }

    /// <summary>What pages derived from the run; empty again in a copy whose segments or stages were edited.</summary>
    internal DerivedValues Derived { get; init; } = new();

    /// <summary>The days it has sales of: what decides which periods are whole.</summary>
    public PeriodCoverage Coverage => new(Cleaning.FirstDate, Cleaning.LastDate, Gaps);

    /// <summary>
    /// What can change about a run after it was computed: which segments people merged, the limits of stages, and whether its sales are there.
    /// What was computed from a run holds as long as this stays the same.
    /// </summary>
    public string Edition => string.Create(
        CultureInfo.InvariantCulture,
        $"segments {string.Join(' ', Run.Segments.Select(segment => string.Join('+', segment.Parts)))}; stages {Customers.Stages?.Limits}; sales {(Sales is null ? "missing" : "there")}");

    /// <summary>A value derived from the run: computed by the first who asks, shared by all, and dropped with the run or when its segments or stages are edited.</summary>
    /// <param name="derive">Computes it; a failure is tried again by the next who asks.</param>
    /// <typeparam name="T">A type of the asker's own: there is one value per type.</typeparam>
    public T Derive<T>(Func<PublishedRun, T> derive)
        where T : class => Derived.Get(() => derive(this));

    /// <summary>True when a month is incomplete: the ledger or a gap begins or ends within it.</summary>
    /// <param name="month">Its first day.</param>
    public bool IsPartial(DateOnly month) => Cleaning.FirstDate > month || Cleaning.LastDate < month.AddMonths(1).AddDays(-1) || Gaps.Any(gap => gap.Cuts(month));
}
