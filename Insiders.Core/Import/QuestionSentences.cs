using System.Globalization;
using Insiders.Core.Import.Evidence;

namespace Insiders.Core.Import;

/// <summary>The English sentence of every question: what was found, what was done, how much it concerns.</summary>
internal static class QuestionSentences
{
    /// <summary>The sentence, its rows and money, and examples.</summary>
    public static string Of(Question question)
    {
        var text = string.Format(CultureInfo.InvariantCulture, Pattern(question), [.. question.Values.Select(value => value.English)]);
        var examples = question.Examples.IsDefaultOrEmpty ? "" : $" For example: {string.Join(", ", question.Examples.Select(example => $"'{example}'"))}.";
        if (question.Code == QuestionCode.Currencies)
        {
            return text; // Money of several currencies has no sum; the sentence gives each.
        }

        return string.Create(CultureInfo.InvariantCulture, $"{text} {question.Rows:N0} {(question.Rows == 1 ? "row" : "rows")}, worth {question.Amount:N2}.{examples}");
    }

    private static string Pattern(Question question) => (question.Code, question.Answer) switch
    {
        (QuestionCode.LineAmount, "unit-price") => "'{0}' is taken as the price of one item: {1}.",
        (QuestionCode.LineAmount, _) => "'{0}' is taken as the amount of the whole line: {1}.",
        (QuestionCode.DayOrMonth, "") => "The dates can be read with the day first or with the month first, and nothing in the file tells which.",
        (QuestionCode.DayOrMonth, _) => "The dates are read as {0}, day and month told by the order of the rows: the other way round they would go back and forth.",
        (QuestionCode.DecimalMark, "") => "Numbers such as '{0}' can be thousands or have three decimals, and nothing in the file tells which.",
        (QuestionCode.DecimalMark, _) => "Numbers such as '{0}' can be thousands or have three decimals; the {1} is taken as the decimal mark.",
        (QuestionCode.NoOrderNumber, _) => "The file has no order number: what a customer bought on one day and time counts as one order.",
        (QuestionCode.GuestId, "id") => "Every order has a customer of its own in '{0}', as guests have, and '{1}' repeats; '{0}' is taken as the customer all the same.",
        (QuestionCode.GuestId, _) => "Every order has a customer of its own in '{0}', as guests have, and '{1}' repeats: the e-mail is taken as the customer.",
        (QuestionCode.Nobody, "customer") => "No other customer looks like {0}, with {1} orders; kept as a customer.",
        (QuestionCode.Nobody, _) => "Customer {0} is taken for nobody: no other customer looks like it, and it has {1} orders. The rows count as sold to nobody by name.",
        (QuestionCode.CustomerSpelling, "apart") => "{0} customers are written in several ways (letter case, blanks, decimals) and stay apart.",
        (QuestionCode.CustomerSpelling, _) => "{0} customers are written in several ways (letter case, blanks, decimals): each spelling is the same customer.",
        (QuestionCode.StrayDates, "keep") => "Dates from {0} to {1} are years from all others or after the day of the import; kept.",
        (QuestionCode.StrayDates, _) => "Left out for their dates, from {0} to {1}: after the day of the import or years from all others. See rejects.csv.",
        (QuestionCode.OrderStatus, "keep") => "Orders whose '{0}' is {1} are kept as sales.",
        (QuestionCode.OrderStatus, _) => "Orders whose '{0}' is {1} are left out whole: their status says that they came to nothing. See rejects.csv.",
        (QuestionCode.Subtotals, "keep") => "Rows with {0} in the place of a product are the sum of the rows above them; kept.",
        (QuestionCode.Subtotals, _) => "Rows with {0} in the place of a product are subtotals, the sum of the rows above them: left out. See rejects.csv.",
        (QuestionCode.DiscountLines, "drop") => "Discount lines are left out: what customers spent is before discounts.",
        (QuestionCode.DiscountLines, _) => "Discount lines, which take money off an order, lower what the customer spent and are no items.",
        (QuestionCode.ServiceLines, "goods") => "Lines such as {0} are no goods, by their names or their prices; counted as goods.",
        (QuestionCode.ServiceLines, _) => "Lines such as {0} are no goods, by their names or their prices: told apart, and not counted as what the customer spent.",
        (QuestionCode.States, "countries") => "The column of countries holds names that are states of {0} as well; taken as countries.",
        (QuestionCode.States, _) => "The column of countries holds states of {0}: every customer is placed there.",
        (QuestionCode.DiscountShares, "paid") => "'{0}' holds discounts as shares of the line; what was paid is taken to be after them already, and nothing is taken off.",
        (QuestionCode.DiscountShares, _) => "'{0}' holds discounts as shares of the line: they are taken off quantity times price, which is the money below.",
        (QuestionCode.Currencies, "") => "The file has amounts in several currencies, which have no sum: {0}.",
        (QuestionCode.Currencies, CurrencyLog.Together) => "The file has amounts in several currencies, which are added up all the same: {0}.",
        (QuestionCode.Currencies, _) => "The file has amounts in several currencies, which have no sum: {0}. Only {1} is read; the others are left out, see rejects.csv.",
        _ => "{0}",
    };
}
