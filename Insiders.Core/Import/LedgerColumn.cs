namespace Insiders.Core.Import;

/// <summary>What a column of a sales file can mean. Needed are who, when and how much: the others may be missing.</summary>
/// <remarks>The first eight are the columns of a ledger file, in their order. The names are kept in databases: a name may be added, none changed.</remarks>
public enum LedgerColumn
{
    /// <summary>Number of the invoice or order; where a file has none, what a customer bought at one moment is one.</summary>
    Invoice,

    /// <summary>Code of the article; its name stands for it where there is none.</summary>
    StockCode,

    /// <summary>Name of the article; may be empty.</summary>
    Description,

    /// <summary>Items sold, kilograms or metres; negative for a return. May be missing where the line's amount is there.</summary>
    Quantity,

    /// <summary>Day of the sale, with or without time.</summary>
    SoldAt,

    /// <summary>Price of one item, kept to four decimals. May be missing where the line's amount is there.</summary>
    UnitPrice,

    /// <summary>Who bought; may be empty.</summary>
    Customer,

    /// <summary>Where the buyer lives; may be empty.</summary>
    Country,

    /// <summary>What was paid for the line as a whole.</summary>
    Amount,

    /// <summary>What became of the order: completed, cancelled, refunded.</summary>
    Status,

    /// <summary>E-mail of who bought: tells customers apart where their ids change with every order.</summary>
    Email,

    /// <summary>Share that was taken off the price: 0.15 or 15 %.</summary>
    Discount,

    /// <summary>Currency of the line's money, as a code or a sign.</summary>
    Currency,
}
