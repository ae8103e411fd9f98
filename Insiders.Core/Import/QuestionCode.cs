namespace Insiders.Core.Import;

/// <summary>What can be doubtful about a file: a second reading fits every row and changes a figure. The values in brackets are those of <see cref="Question.Values"/>, in order.</summary>
/// <remarks>The names are kept in files and databases: a name may be added, none changed.</remarks>
public enum QuestionCode
{
    /// <summary>A column of prices holds the price of one item, or what was paid for the line (its header, why).</summary>
    LineAmount,

    /// <summary>Day and month of dates as numbers could be the other way round (the pattern taken).</summary>
    DayOrMonth,

    /// <summary>A comma or a point groups thousands or begins the fraction (an example).</summary>
    DecimalMark,

    /// <summary>There is no order number: what a customer bought at one moment is one order.</summary>
    NoOrderNumber,

    /// <summary>Every order has its own customer, and e-mails repeat (header of the id, header of the e-mail).</summary>
    GuestId,

    /// <summary>A word that no other customer looks like and that owns many orders is nobody (the words, their orders).</summary>
    Nobody,

    /// <summary>Customers written in several ways: letter case, blanks, decimals (how many customers).</summary>
    CustomerSpelling,

    /// <summary>Dates that cannot be right (first, last).</summary>
    StrayDates,

    /// <summary>Orders that came to nothing (header, the words of their status).</summary>
    OrderStatus,

    /// <summary>Rows that are the sum of the rows above them (the words in their place).</summary>
    Subtotals,

    /// <summary>Lines that take money off an order.</summary>
    DiscountLines,

    /// <summary>Lines that are no goods, such as shipping (their names).</summary>
    ServiceLines,

    /// <summary>The column of countries holds states of one country (its name).</summary>
    States,

    /// <summary>A column holds discounts as shares of the line (its header).</summary>
    DiscountShares,

    /// <summary>Amounts are in several currencies (rows and money of each, the one kept).</summary>
    Currencies,
}
