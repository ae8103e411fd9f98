namespace Insiders.Core.Segments;

/// <summary>What a group of customers (a cluster or a segment) is like.</summary>
public sealed record GroupProfile
{
    /// <summary>Number of customers.</summary>
    public required int Customers { get; init; }

    /// <summary>Customers of the group ÷ customers of the base, 0 to 1.</summary>
    public required double CustomerShare { get; init; }

    /// <summary>Sum of gross revenue.</summary>
    public required double RevenueAmount { get; init; }

    /// <summary>Revenue of the group ÷ revenue of the base, 0 to 1.</summary>
    public required double RevenueShare { get; init; }

    /// <summary>Mean gross revenue per customer.</summary>
    public required double MeanRevenueAmount { get; init; }

    /// <summary>Median gross revenue per customer.</summary>
    public required double MedianRevenueAmount { get; init; }

    /// <summary>Mean of recency_days.</summary>
    public required double RecencyDays { get; init; }

    /// <summary>Mean of frequency: purchase days per day since the first purchase.</summary>
    public required double Frequency { get; init; }

    /// <summary>Mean of return_rate, 0 to 1.</summary>
    public required double ReturnShare { get; init; }

    /// <summary>Mean of qtty_invoices.</summary>
    public required double Invoices { get; init; }

    /// <summary>Mean of qtty_items.</summary>
    public required double Items { get; init; }

    /// <summary>Revenue ÷ invoices of the group; 0 without an invoice.</summary>
    /// <remarks>Not a mean over customers: it is what one order of theirs is worth. A method, for it follows from what is stored.</remarks>
    public double OrderValueAmount() => Invoices > 0 ? MeanRevenueAmount / Invoices : 0;
}
