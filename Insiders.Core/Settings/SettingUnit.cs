namespace Insiders.Core.Settings;

/// <summary>What the number of a setting counts.</summary>
public enum SettingUnit
{
    /// <summary>Nothing: a plain number.</summary>
    None,

    /// <summary>Customers.</summary>
    Customers,

    /// <summary>Trees of a forest.</summary>
    Trees,

    /// <summary>Dimensions of a space.</summary>
    Dimensions,

    /// <summary>Neighbours of a customer.</summary>
    Neighbours,

    /// <summary>Passes over a graph.</summary>
    Passes,

    /// <summary>Clusters.</summary>
    Clusters,

    /// <summary>Starts of a fit.</summary>
    Starts,

    /// <summary>Iterations of a fit.</summary>
    Iterations,
}
