namespace Insiders.Core.Segments.Stages;

/// <summary>Where a customer is now, from first purchases to silence; the segment says what kind of customer they are.</summary>
public enum CustomerStage
{
    /// <summary>Bought for the first time lately.</summary>
    New,

    /// <summary>Bought no longer ago than usual.</summary>
    Active,

    /// <summary>Silent for longer than usual.</summary>
    Slipping,

    /// <summary>Silent for so long that few came back after it.</summary>
    Dormant,

    /// <summary>Silent for longer than almost any pause that ended.</summary>
    Lost,
}
