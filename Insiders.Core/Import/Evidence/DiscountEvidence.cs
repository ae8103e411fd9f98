using System.Text;
using Insiders.Core.Import.Values;

namespace Insiders.Core.Import.Evidence;

/// <summary>Whether a column of discounts holds shares of the line, and whether what was paid is before or after them.</summary>
/// <remarks>
/// Shares: percent signs, a heading that says percent, or numbers from 0 to 1 with a fraction among them. A column of nothing but 0 and 1 says whether there
/// was a discount, and one of larger numbers without a sign is money: neither is a share. Before or after is told by neighbouring lines of a product with
/// different discounts: a price that stays the same is one before them, one that falls with them is after.
/// </remarks>
internal static class DiscountEvidence
{
    private static readonly string[] s_percentWords = ["percent", "percentage", "pct", "perc", "percentual", "porcentaje", "porcentagem", "prozent", "pourcentage"];

    /// <summary>Decides how the column of discounts is read.</summary>
    /// <param name="columns">As known after the columns of money are.</param>
    /// <param name="rows">The first rows.</param>
    /// <param name="mark">The file's decimal mark.</param>
    /// <param name="options">Answers given.</param>
    /// <returns>The columns to read, how to read the discounts, and what is doubtful about them; nothing where there are none.</returns>
    public static (ColumnMapping Columns, DiscountReading? Reading, Finding? Finding) Apply(ColumnMapping columns, IReadOnlyList<byte[][]> rows, DecimalMark mark, ImportOptions options)
    {
        if (!columns.Has(LedgerColumn.Discount))
        {
            return (columns, null, null);
        }

        var header = columns.Headers[LedgerColumn.Discount];
        if (Form(header, rows, columns, mark) is not { } isPercent)
        {
            return (columns.Without(LedgerColumn.Discount), null, null);
        }

        var reading = new DiscountReading(isPercent, true);
        var answer = options.Answers.GetValueOrDefault(QuestionCode.DiscountShares) ?? (IsAfter(columns, rows, mark, reading) ? "paid" : "take-off");
        return (columns, reading with { IsTakenOff = answer == "take-off" }, new(QuestionCode.DiscountShares, answer, [header]));
    }

    private static bool? Form(string header, IReadOnlyList<byte[][]> rows, ColumnMapping columns, DecimalMark mark)
    {
        var key = HeaderNames.Key(header);
        var said = header.Contains('%', StringComparison.Ordinal) || s_percentWords.Any(key.Contains);
        var (signs, beyond, fractions, negative, positive) = (0, 0, 0, 0, 0);
        foreach (var text in rows.Select(row => row.ElementAtOrDefault(columns.PositionOf(LedgerColumn.Discount)) ?? []).Where(text => text.Length > 0))
        {
            if (!DiscountReading.TryNumber(text, mark, out var value) || Math.Abs(value) > 100 * Amount.Scale)
            {
                return null;
            }

            signs += text[^1] == '%' ? 1 : 0;
            beyond += Math.Abs(value) > Amount.Scale ? 1 : 0;
            fractions += value % Amount.Scale != 0 ? 1 : 0;
            negative += value < 0 ? 1 : 0;
            positive += value > 0 ? 1 : 0;
        }

        if (negative > 0 && positive > 0)
        {
            return null;
        }

        return signs > 0 || (said && beyond > 0) ? true : beyond == 0 && fractions > 0 ? false : null;
    }

    private static bool IsAfter(ColumnMapping columns, IReadOnlyList<byte[][]> rows, DecimalMark mark, DiscountReading reading)
    {
        var hasAmount = columns.Has(LedgerColumn.Amount);
        var lines = new List<(string Product, decimal Price, long Share)>();
        var (net, gross) = (0, 0);
        foreach (var row in rows)
        {
            if (!reading.TryRead(Value(LedgerColumn.Discount), mark, out var share) || Read(hasAmount ? LedgerColumn.Amount : LedgerColumn.UnitPrice) is not { } money)
            {
                continue;
            }

            var quantity = Read(LedgerColumn.Quantity) ?? Amount.Scale;
            if (hasAmount && share > 0 && Read(LedgerColumn.UnitPrice) is { } price)
            {
                // Beside price and quantity the amount says itself whether the discount is in it.
                var product = (decimal)LineAmounts.Product(quantity, price);
                net += Near(product * (Amount.Scale - share) / Amount.Scale, money) ? 1 : 0;
                gross += Near(product, money) ? 1 : 0;
            }

            if (quantity != 0 && share < Amount.Scale)
            {
                lines.Add((Text(LedgerColumn.StockCode) + "\n" + Text(LedgerColumn.Description), hasAmount ? (decimal)money * Amount.Scale / quantity : money, share));
            }

            byte[] Value(LedgerColumn column) => columns.Has(column) ? row.ElementAtOrDefault(columns.PositionOf(column)) ?? [] : [];

            string Text(LedgerColumn column) => Encoding.UTF8.GetString(Value(column));

            long? Read(LedgerColumn column) => Amount.TryRead(Value(column), mark, out var value, out _) ? value : null;
        }

        if (net + gross > 0)
        {
            return net > gross;
        }

        var (before, after) = (0, 0);
        foreach (var product in lines.Where(line => line.Product.Length > 1).GroupBy(line => line.Product))
        {
            foreach (var (one, next) in product.Zip(product.Skip(1)).Where(pair => pair.First.Share != pair.Second.Share && pair.First.Price != 0))
            {
                before += Near(one.Price, next.Price) ? 1 : 0;
                after += Near(one.Price * (Amount.Scale - next.Share) / (Amount.Scale - one.Share), next.Price) ? 1 : 0;
            }
        }

        // What is called the amount of a line is what was paid, unless its rows say otherwise; a price is one of the list.
        return before == after ? hasAmount : after > before;
    }

    // Two amounts of money that a rounding to the cent can make differ.
    private static bool Near(decimal one, decimal other) => Math.Abs(one - other) <= Math.Max(100, Math.Abs(other) / 2_000);
}
