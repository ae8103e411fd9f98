using Insiders.Core.Ledger;

namespace Insiders.Core.Cleaning;

/// <summary>What the rows of a ledger have, as far as the statements of cleaning depend on it.</summary>
/// <param name="NamesCountries">Some row has a country.</param>
/// <param name="HasFractions">Quantities may have fractions: their column is a decimal number.</param>
/// <param name="HasAmounts">Some file says what was paid for a line.</param>
internal sealed record LedgerShape(bool NamesCountries, bool HasFractions, bool HasAmounts)
{
    /// <summary>What was paid for a row of the ledger, as SQL.</summary>
    internal string AmountSql => HasAmounts ? "coalesce(amount, quantity * unit_price)" : "quantity * unit_price";

    /// <summary>Looks at a ledger.</summary>
    internal static LedgerShape Read(LedgerSession session, bool namesCountries, CancellationToken cancellationToken)
    {
        var (fractions, amounts) = (false, false);
        CancellableSql.Read(
            session,
            $"SELECT column_name, column_type FROM (DESCRIBE {LedgerSchema.View})",
            reader =>
            {
                fractions |= reader.GetString(0) == "quantity" && reader.GetString(1) != "INTEGER";
                amounts |= reader.GetString(0) == "amount";
            },
            cancellationToken);
        return new(namesCountries, fractions, amounts);
    }
}
