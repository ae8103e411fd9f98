namespace Insiders.Core.Ledger;

/// <summary>The columns of a ledger file, the same in every import: what reading writes and every query reads.</summary>
public static class LedgerSchema
{
    /// <summary>Name of the view over all imports that a <see cref="LedgerSession"/> opens.</summary>
    public const string View = "sales";

    /// <summary>Decimals of a unit price, and so of every amount.</summary>
    public const int PriceDecimals = 4;

    /// <summary>
    /// Column names and DuckDB types, in file order. <c>line</c> is the line of the source file and is no part of a sale's
    /// identity: two rows are the same sale when all other columns are equal. Texts are as in the file, blanks trimmed; an
    /// empty description, customer or country is NULL. <c>sold_at</c> has midnight where the file has no time. Files of goods by weight have
    /// <c>quantity</c> DECIMAL(18,4); files that say what was paid for a line have <c>amount</c> DECIMAL(18,4) as well, NULL where it is
    /// quantity times price.
    /// </summary>
    public const string Columns = """
        line BIGINT, invoice VARCHAR, stock_code VARCHAR, description VARCHAR, quantity INTEGER, sold_at TIMESTAMP,
        unit_price DECIMAL(18,4), customer_id VARCHAR, country VARCHAR
        """;
}
