using Insiders.Core.Ledger;
using Insiders.Core.Numerics;

namespace Insiders.Core.Cleaning;

/// <summary>A ledger of which only sales to customers are left: the temporary view <c>clean_sales</c> of its session, over tables that hold the rows.</summary>
/// <remarks>
/// Columns: <c>invoice</c>, <c>stock_code</c>, <c>description</c> VARCHAR, <c>quantity</c> INTEGER, or DECIMAL(18,4) where goods are sold by
/// weight (negative: returned; 0 for a discount), <c>sold_at</c> TIMESTAMP, <c>unit_price</c> DECIMAL(18,4), <c>amount</c>, exact: quantity ×
/// unit_price, or what the ledger says was paid; below zero for a discount and for what was returned, <c>customer_id</c>,
/// <c>country</c> VARCHAR (one per customer, spelt as the ledger spells it most often), <c>latitude</c>, <c>longitude</c> DOUBLE
/// (NULL where the map does not know the country). With rules switched off, <c>description</c>, <c>customer_id</c> and <c>country</c>
/// may be NULL. Order of rows and number of threads change nothing. The view lives as long as the session, or until the next
/// cleaning on it.
/// </remarks>
public sealed class CleanLedger
{
    /// <summary>Name of the view of what is left.</summary>
    public const string View = "clean_sales";

    private CleanLedger(LedgerSession session, CleaningSettings settings, CleaningReport report)
    {
        Session = session;
        Settings = settings;
        Report = report;
    }

    /// <summary>The session that holds the view.</summary>
    public LedgerSession Session { get; }

    /// <summary>The settings it was cleaned with.</summary>
    public CleaningSettings Settings { get; }

    /// <summary>What was dropped and what is left.</summary>
    public CleaningReport Report { get; }

    /// <summary>Cleans the session's view <c>sales</c>.</summary>
    /// <param name="session">Not used by anybody else meanwhile.</param>
    /// <param name="settings">Which rules apply, and their lists.</param>
    /// <param name="cancellationToken">Interrupts the statement that is running.</param>
    /// <returns>Computes on a thread of the current scheduler, the pool where there is no other; linear in the ledger's lines, in memory bounded by the session's limit.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Task<CleanLedger> BuildAsync(LedgerSession session, CleaningSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(settings);
        return SameScheduler.RunAsync(() => Build(session, settings, cancellationToken), cancellationToken);
    }

    private static CleanLedger Build(LedgerSession session, CleaningSettings settings, CancellationToken cancellationToken)
    {
        var spellings = CountrySpellings.Read(session, settings.TellsApart, cancellationToken);
        var sql = new CleaningSql(settings, LedgerShape.Read(session, spellings.Any, cancellationToken));
        foreach (var statement in (string[])[sql.Services, sql.Homes, sql.Rows, sql.Totals, CleaningSql.Numbers, sql.Products, sql.CleanSales])
        {
            CancellableSql.Run(session, statement, cancellationToken);
        }

        var report = Waterfall.Read(session, settings, spellings, cancellationToken);
        session.Execute(CleaningSql.DropScratch);
        return new CleanLedger(session, settings, report);
    }
}
