namespace Insiders.Core.Statistics.Experiments;

/// <summary>Who gets it and who does not.</summary>
public enum Arm
{
    /// <summary>Gets nothing, so that the others can be compared with somebody.</summary>
    Withheld,

    /// <summary>Gets it.</summary>
    Treated,
}
