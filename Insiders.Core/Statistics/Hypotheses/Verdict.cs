namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>What is to be said of a hypothesis.</summary>
public enum Verdict
{
    /// <summary>The data leave no reasonable doubt that it is as it says.</summary>
    Holds,

    /// <summary>They leave none that it is not.</summary>
    DoesNotHold,

    /// <summary>They leave both possible.</summary>
    CannotBeSaid,
}
