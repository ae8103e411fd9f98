namespace Insiders.Core.Customers.Periods;

/// <summary>How the revenue of a customer moved between two periods.</summary>
public enum ChangeGroup
{
    /// <summary>Bought in the later period only.</summary>
    Gained,

    /// <summary>Bought in the earlier period only.</summary>
    Lost,

    /// <summary>Bought in both, and as much or more in the later.</summary>
    Up,

    /// <summary>Bought in both, and less in the later.</summary>
    Down,
}
