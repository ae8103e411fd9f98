namespace Insiders.Core.Programmes;

/// <summary>What happens to a member who does not meet the conditions of the tier.</summary>
public enum FallingShort
{
    /// <summary>At the next review, without period or grace: to the tier that is earned, or out.</summary>
    AtOnce,

    /// <summary>After period and grace, one tier down; from the base tier, out.</summary>
    OneTierDown,

    /// <summary>After period and grace, to the base tier; from there, out.</summary>
    ToBase,

    /// <summary>After period and grace, to the tier that is earned, or out.</summary>
    AsEligible,
}
