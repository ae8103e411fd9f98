using DuckDB.NET.Data;
using Insiders.Core.Ledger;

namespace Insiders.Core.Cleaning;

/// <summary>Statements on a ledger session that stop when they are told to.</summary>
internal static class CancellableSql
{
    /// <summary>Runs a statement that returns nothing.</summary>
    internal static void Run(LedgerSession session, string sql, CancellationToken cancellationToken)
        => Read(session, sql, static _ => { }, cancellationToken);

    /// <summary>Runs a query and hands over each of its rows.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before or while the statement ran.</exception>
    internal static void Read(LedgerSession session, string sql, Action<DuckDBDataReader> onRow, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var command = session.Connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is composed from constants, catalogue entries and quoted literals.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var registration = cancellationToken.Register(command.Cancel);
        try
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                onRow(reader);
            }
        }
        catch (DuckDBException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
