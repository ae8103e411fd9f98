namespace Insiders.Core.Statistics.Revenue;

/// <summary>A programme over a period, as it is.</summary>
/// <param name="Members">Members, 0 or more.</param>
/// <param name="OrderAmount">What an order is worth.</param>
/// <param name="OrdersPerMember">Orders of a member who stays, over the period.</param>
/// <param name="LeavingShare">The share of members who leave, 0 to 1: they count as bringing nothing.</param>
public sealed record ScenarioBase(int Members, double OrderAmount, double OrdersPerMember, double LeavingShare)
{
    /// <summary>Members × (1 − share who leave) × orders per member × what an order is worth.</summary>
    public double Revenue => Members * (1 - LeavingShare) * OrdersPerMember * OrderAmount;
}
