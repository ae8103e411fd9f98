using System.Text;
using Insiders.Core.Import.Values;
using Insiders.Core.Problems;

namespace Insiders.Core.Import.Evidence;

/// <summary>Whether a column of money holds the price of one item or the amount of the line, told by products that were bought in different quantities.</summary>
/// <remarks>
/// A price that stays the same while the quantity changes is one of an item; one that grows with the quantity is the line's. Each pair of
/// neighbouring lines of a product is one vote.
/// </remarks>
internal sealed class PriceEvidence
{
    private const int FewestVotes = 8;
    private const int Majority = 5;
    private const int FewestOrders = 5;

    private static readonly ProblemValue s_answered = ProblemValue.Bilingual("as was answered", "como foi respondido");
    private static readonly ProblemValue s_grows = ProblemValue.Bilingual("it grows with the quantity of a product", "cresce com a quantidade de um produto");
    private static readonly ProblemValue s_stays = ProblemValue.Bilingual("it stays the same whatever the quantity of a product", "é o mesmo seja qual for a quantidade de um produto");
    private static readonly ProblemValue s_differs = ProblemValue.Bilingual(
        "it differs from quantity times price, as after a discount or with tax", "difere de quantidade vezes preço, como depois de um desconto ou com imposto");

    private readonly List<Line> _lines;

    private PriceEvidence(List<Line> lines) => _lines = lines;

    /// <summary>Decides what the columns of money mean.</summary>
    /// <param name="columns">As found by name.</param>
    /// <param name="rows">The first rows.</param>
    /// <param name="mark">The file's decimal mark.</param>
    /// <param name="options">Answers given, and headers chosen by hand, which are not doubted.</param>
    /// <returns>The columns to read, and what is doubtful about them.</returns>
    /// <exception cref="NotALedgerException">The only amount is one of whole orders, which would count once per line.</exception>
    public static (ColumnMapping Columns, Finding? Finding) Apply(ColumnMapping columns, IReadOnlyList<byte[][]> rows, DecimalMark mark, ImportOptions options)
    {
        var answer = options.Answers.GetValueOrDefault(QuestionCode.LineAmount);
        var (hasPrice, hasAmount, hasQuantity) = (columns.Has(LedgerColumn.UnitPrice), columns.Has(LedgerColumn.Amount), columns.Has(LedgerColumn.Quantity));
        if (hasPrice && hasQuantity && hasAmount)
        {
            return Of(columns, rows, mark, LedgerColumn.UnitPrice).Both(columns, answer, options.Columns.ContainsKey(LedgerColumn.Amount));
        }

        if (!hasPrice)
        {
            var amounts = Of(columns, rows, mark, LedgerColumn.Amount);
            if (!options.Columns.ContainsKey(LedgerColumn.Amount) && amounts.AreOrderTotals())
            {
                throw new NotALedgerException(Problem.Of(ProblemCode.OrderTotals, columns.Headers[LedgerColumn.Amount]));
            }

            return hasQuantity ? amounts.One(columns, answer, LedgerColumn.Amount, LedgerColumn.UnitPrice) : (columns, null);
        }

        return hasQuantity ? Of(columns, rows, mark, LedgerColumn.UnitPrice).One(columns, answer, LedgerColumn.UnitPrice, LedgerColumn.Amount) : (columns.Without(LedgerColumn.UnitPrice), null);
    }

    private static PriceEvidence Of(ColumnMapping columns, IReadOnlyList<byte[][]> rows, DecimalMark mark, LedgerColumn money)
    {
        var lines = new List<Line>();
        foreach (var row in rows)
        {
            if (Read(money) is { } price && (!columns.Has(LedgerColumn.Quantity) || Read(LedgerColumn.Quantity) is > 0))
            {
                lines.Add(new(Text(LedgerColumn.StockCode) + "\n" + Text(LedgerColumn.Description), Text(LedgerColumn.Invoice), Read(LedgerColumn.Quantity) ?? Amount.Scale, price, Read(LedgerColumn.Amount)));
            }

            string Text(LedgerColumn column) => Encoding.UTF8.GetString(Value(column));

            long? Read(LedgerColumn column) => Amount.TryRead(Value(column), mark, out var value, out _) ? value : null;

            byte[] Value(LedgerColumn column) => columns.Has(column) ? row.ElementAtOrDefault(columns.PositionOf(column)) ?? [] : [];
        }

        return new PriceEvidence(lines);
    }

    /// <summary>Two columns of money: the amount is left out where it is quantity times price, and counts where it is less.</summary>
    private (ColumnMapping Columns, Finding? Finding) Both(ColumnMapping columns, string? answer, bool isChosen)
    {
        var whole = _lines.Where(line => line.Amount is not null).ToList();
        var equal = whole.Count(line => line.Amount is { } amount && Near(amount, line.Product));
        var paid = whole.Count(line => line.Amount is { } amount && amount >= 0 && amount <= line.Product * 3 / 2 + 100);
        var header = columns.Headers[LedgerColumn.Amount];
        if (!isChosen && (whole.Count == 0 || equal == whole.Count || paid * 50 < whole.Count * 49))
        {
            return (columns.Without(LedgerColumn.Amount), null);
        }

        return answer == "unit-price"
            ? (columns.Without(LedgerColumn.Amount), Question("unit-price", columns.Headers[LedgerColumn.UnitPrice], s_answered))
            : (columns, isChosen || equal == whole.Count ? null : Question("amount", header, s_differs));
    }

    /// <summary>One column of money, which the name says is one thing and the rows may say is the other.</summary>
    private (ColumnMapping Columns, Finding? Finding) One(ColumnMapping columns, string? answer, LedgerColumn named, LedgerColumn other)
    {
        var header = columns.Headers[named];
        var (items, lines) = Votes();
        var (votes, against) = named == LedgerColumn.UnitPrice ? (lines, items) : (items, lines);
        var word = other == LedgerColumn.Amount ? "amount" : "unit-price";
        if (votes < FewestVotes || votes < Majority * against)
        {
            return answer == word ? (columns.Move(named, other), Question(word, header, s_answered)) : (columns, null);
        }

        return answer is not null && answer != word
            ? (columns, Question(answer, header, s_answered))
            : (columns.Move(named, other), Question(word, header, other == LedgerColumn.Amount ? s_grows : s_stays));
    }

    /// <summary>True when all lines of an order have the same amount, though their products and quantities differ.</summary>
    private bool AreOrderTotals()
    {
        var orders = _lines.Where(line => line.Order.Length > 0).GroupBy(line => line.Order)
            .Where(order => order.Count() > 1 && order.Select(line => (line.Key, line.Quantity)).Distinct().Count() > 1).ToList();
        return orders.Count >= FewestOrders && orders.Count(order => order.Select(line => line.Price).Distinct().Count() == 1) * 20 >= orders.Count * 19;
    }

    private (int Items, int Lines) Votes()
    {
        var (items, lines) = (0, 0);
        foreach (var product in _lines.GroupBy(line => line.Key))
        {
            foreach (var (one, next) in product.Zip(product.Skip(1)))
            {
                if (one.Quantity != next.Quantity && one.Price != 0 && next.Price != 0)
                {
                    items += one.Price == next.Price ? 1 : 0;
                    lines += one.Price != next.Price && Near((decimal)one.Price * next.Quantity / one.Quantity, next.Price) ? 1 : 0;
                }
            }
        }

        return (items, lines);
    }

    private static Finding Question(string answer, string header, ProblemValue reason) => new(QuestionCode.LineAmount, answer, [header, reason]);

    // Two amounts of money that a rounding to the cent can make differ.
    private static bool Near(decimal one, decimal other) => Math.Abs(one - other) <= Math.Max(100, Math.Abs(other) / 2_000);

    private sealed record Line(string Key, string Order, long Quantity, long Price, long? Amount)
    {
        public decimal Product => (decimal)Quantity * Price / Values.Amount.Scale;
    }
}
