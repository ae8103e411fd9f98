namespace Insiders.Core.Application.Holdouts;

/// <summary>What a hold-out is judged by, per customer over its time.</summary>
public enum HoldoutMetric
{
    /// <summary>Whether the customer bought at all.</summary>
    BoughtAgain,

    /// <summary>Revenue, returns not taken off; the hundredth part with most counts as the one at its edge.</summary>
    Revenue,

    /// <summary>Days with a purchase.</summary>
    Orders,
}
