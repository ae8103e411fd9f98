namespace Insiders.Core.Import;

/// <summary>The eight columns a sales file must bring, in the order of a ledger file.</summary>
public enum LedgerColumn
{
    /// <summary>Number of the invoice; never empty.</summary>
    Invoice,

    /// <summary>Code of the article; never empty.</summary>
    StockCode,

    /// <summary>Name of the article; may be empty.</summary>
    Description,

    /// <summary>Items sold, a whole number; negative for a return.</summary>
    Quantity,

    /// <summary>Day of the sale, with or without time.</summary>
    SoldAt,

    /// <summary>Price of one item, kept to four decimals.</summary>
    UnitPrice,

    /// <summary>Who bought; may be empty.</summary>
    Customer,

    /// <summary>Where the buyer lives; may be empty.</summary>
    Country,
}
