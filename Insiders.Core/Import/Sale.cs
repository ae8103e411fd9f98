namespace Insiders.Core.Import;

/// <summary>One sale as read: views into the reader's buffer, valid until its next row.</summary>
/// <remarks>Texts are UTF-8 without blanks around them; an empty description, customer or country means there is none.</remarks>
internal readonly ref struct Sale
{
    /// <summary>Line of the file where the row starts; the header is line 1.</summary>
    public required long Line { get; init; }

    /// <summary>Invoice, never empty.</summary>
    public required ReadOnlySpan<byte> Invoice { get; init; }

    /// <summary>Stock code, or the name in its place; empty where the file has neither.</summary>
    public required ReadOnlySpan<byte> StockCode { get; init; }

    /// <summary>Description or nothing.</summary>
    public required ReadOnlySpan<byte> Description { get; init; }

    /// <summary>Items times 10,000; negative for a return.</summary>
    public required long QuantityParts { get; init; }

    /// <summary>Whole items.</summary>
    public int Quantity => (int)(QuantityParts / Values.Amount.Scale);

    /// <summary>True when the quantity has a fraction.</summary>
    public bool HasFraction => QuantityParts % Values.Amount.Scale != 0;

    /// <summary>What was paid for the line, times 10,000.</summary>
    public required long Amount { get; init; }

    /// <summary>True when that is another amount than quantity times price.</summary>
    public required bool HasOwnAmount { get; init; }

    /// <summary>Microseconds since 1970-01-01.</summary>
    public required long SoldAt { get; init; }

    /// <summary>Price of one item times 10,000.</summary>
    public required long UnitPrice { get; init; }

    /// <summary>Customer or nothing.</summary>
    public required ReadOnlySpan<byte> Customer { get; init; }

    /// <summary>Country or nothing.</summary>
    public required ReadOnlySpan<byte> Country { get; init; }
}
