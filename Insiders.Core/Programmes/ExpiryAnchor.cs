namespace Insiders.Core.Programmes;

/// <summary>The day that the periods of a membership are counted from.</summary>
public enum ExpiryAnchor
{
    /// <summary>The day the member reached the tier.</summary>
    TierStart,

    /// <summary>The day the member joined.</summary>
    JoinDate,

    /// <summary>The same day for everybody.</summary>
    FixedDay,
}
