namespace Insiders.Core.Programmes;

/// <summary>Why something happened to a member. The names are stored: names may be added, never changed.</summary>
public enum EventReason
{
    /// <summary>The conditions are met.</summary>
    MeetsConditions,

    /// <summary>The conditions are not met.</summary>
    FallsShort,

    /// <summary>The conditions are not met, and a return was loaded since the last review.</summary>
    Returned,

    /// <summary>Somebody included the customer by hand.</summary>
    IncludedByHand,

    /// <summary>Somebody excluded the customer by hand.</summary>
    ExcludedByHand,

    /// <summary>The inclusion by hand has ended, and the conditions are not met.</summary>
    InclusionEnded,

    /// <summary>The data have no such customer any more.</summary>
    NoLongerCustomer,

    /// <summary>The programme no longer has the tier.</summary>
    TierRemoved,
}
