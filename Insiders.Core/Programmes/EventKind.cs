namespace Insiders.Core.Programmes;

/// <summary>What happened to a member. The names are stored: names may be added, never changed.</summary>
public enum EventKind
{
    /// <summary>Joined.</summary>
    Joined,

    /// <summary>Moved to a higher tier.</summary>
    MovedUp,

    /// <summary>Moved to a lower tier.</summary>
    MovedDown,

    /// <summary>Falls short, and loses the tier on a day unless the conditions are met again.</summary>
    Warned,

    /// <summary>The period is over, and grace alone keeps the tier.</summary>
    KeptByGrace,

    /// <summary>Meets the conditions again after a warning.</summary>
    Recovered,

    /// <summary>A decision by hand keeps the tier from now on.</summary>
    KeptByHand,

    /// <summary>The decision by hand no longer holds, and the conditions keep the tier.</summary>
    KeptByConditions,

    /// <summary>Left.</summary>
    Left,
}
