namespace Insiders.Core.Statistics.Revenue;

/// <summary>What a scenario changes, in the order in which it does.</summary>
public enum ScenarioLever
{
    /// <summary>How many members there are, whole ones.</summary>
    Members,

    /// <summary>What an order is worth.</summary>
    OrderAmount,

    /// <summary>Orders of a member who stays.</summary>
    OrdersPerMember,

    /// <summary>The share of members who leave, and then bring nothing.</summary>
    LeavingShare,
}
