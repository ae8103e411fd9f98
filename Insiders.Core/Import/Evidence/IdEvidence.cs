using System.Text;
using System.Text.RegularExpressions;
using Insiders.Core.Problems;

namespace Insiders.Core.Import.Evidence;

/// <summary>What the first rows tell of the ids of customers and orders.</summary>
internal static partial class IdEvidence
{
    private const int FewestOrders = 20;
    private const int FewestRounded = 2;

    /// <summary>Refuses ids that a spreadsheet has rounded: their last digits are gone, and different customers look like one.</summary>
    /// <exception cref="NotALedgerException">They are.</exception>
    public static void RefuseRounded(ColumnMapping columns, IReadOnlyList<byte[][]> rows)
    {
        foreach (var column in new[] { LedgerColumn.Customer, LedgerColumn.Invoice }.Where(columns.Has))
        {
            var rounded = rows.Where(row => IsRounded(row.ElementAtOrDefault(columns.PositionOf(column)))).Take(FewestRounded).Select(row => Text(columns, row, column)).ToList();
            if (rounded.Count == FewestRounded)
            {
                throw new NotALedgerException(Problem.Of(ProblemCode.DigitsGone, columns.Headers[column], rounded[0]));
            }
        }
    }

    /// <summary>Takes the e-mail for the customer where every order has a customer of its own.</summary>
    public static (ColumnMapping Columns, Finding? Finding) FindGuests(ColumnMapping columns, IReadOnlyList<byte[][]> rows, ImportOptions options)
    {
        if (!columns.Has(LedgerColumn.Email) || !columns.Has(LedgerColumn.Invoice) || options.Columns.ContainsKey(LedgerColumn.Customer))
        {
            return (columns, null);
        }

        var known = rows.Select(row => (Order: Text(columns, row, LedgerColumn.Invoice), Customer: Text(columns, row, LedgerColumn.Customer), Email: Text(columns, row, LedgerColumn.Email)))
            .Where(row => row.Customer.Length > 0 && row.Email.Contains('@', StringComparison.Ordinal)).ToList();
        var (orders, customers, emails) = (Distinct(row => row.Order), Distinct(row => row.Customer), Distinct(row => row.Email.ToUpperInvariant()));
        if (orders < FewestOrders || customers * 20 < orders * 19 || emails * 10 > orders * 9)
        {
            return (columns, null);
        }

        var answer = options.Answers.GetValueOrDefault(QuestionCode.GuestId, "email");
        var finding = new Finding(QuestionCode.GuestId, answer, [columns.Headers[LedgerColumn.Customer], columns.Headers[LedgerColumn.Email]]);
        return (answer == "id" ? columns : columns.Exchange(LedgerColumn.Customer, LedgerColumn.Email), finding);

        int Distinct(Func<(string Order, string Customer, string Email), string> of) => known.Select(of).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>True for a number as a spreadsheet shows one that is too long for its cell.</summary>
    public static bool IsRounded(ReadOnlySpan<byte> text) => text.IndexOfAny((byte)'E', (byte)'e') > 0 && text.Contains((byte)'+') && Rounded().IsMatch(Encoding.UTF8.GetString(text));

    private static string Text(ColumnMapping columns, byte[][] row, LedgerColumn column) => Encoding.UTF8.GetString(row.ElementAtOrDefault(columns.PositionOf(column)) ?? []);

    [GeneratedRegex(@"^[+-]?\d([.,]\d+)?[Ee]\+\d+$")]
    private static partial Regex Rounded();
}
