namespace Insiders.Core.Demo;

/// <summary>Size and dates of a generated shop.</summary>
public sealed record ShopOptions
{
    /// <summary>Last date of the ledger; the shop need not have sold on it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>Customers with an id, 1 to 5,000,000; each buys at least once. About 45 lines each.</summary>
    public int Customers
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Customers));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 5_000_000, nameof(Customers));
            field = value;
        }
    } = 2_000;

    /// <summary>Days the ledger spans, 60 to 3,660; the default is 13 months.</summary>
    public int Days
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 60, nameof(Days));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 3_660, nameof(Days));
            field = value;
        }
    } = 395;
}
