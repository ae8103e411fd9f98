namespace Insiders.Tests.Fixtures;

/// <summary>One line of a ledger in a test; by default an ordinary sale to customer 1.</summary>
public sealed record SaleRow
{
    public string Invoice { get; init; } = "500001";

    public string StockCode { get; init; } = "A1";

    public string? Description { get; init; } = "BLUE MUG";

    public int Quantity { get; init; } = 1;

    public DateTime SoldAt { get; init; } = new(2017, 3, 6);

    public decimal UnitPrice { get; init; } = 2.5m;

    public string? Customer { get; init; } = "1";

    public string? Country { get; init; } = "United Kingdom";
}
