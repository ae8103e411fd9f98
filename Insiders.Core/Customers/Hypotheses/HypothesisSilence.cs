namespace Insiders.Core.Customers.Hypotheses;

/// <summary>Why nothing can be said of a hypothesis. Stored by name.</summary>
public enum HypothesisSilence
{
    /// <summary>The run has no such segment or measure, or no stages are known.</summary>
    NoSuchGroup,

    /// <summary>Nobody is in the group, or nobody of it has a value.</summary>
    NobodyInGroup,

    /// <summary>The group is everybody: there is nobody to compare it with.</summary>
    EverybodyInGroup,

    /// <summary>The group, or the rest, has fewer than <see cref="HypothesisTest.LeastCustomers"/> customers: an interval would mislead.</summary>
    TooFewCustomers,

    /// <summary>The measure is 0 for everybody, or the same.</summary>
    NobodyDiffers,

    /// <summary>The figures spread so widely that their ratio has no bounds.</summary>
    NoBounds,

    /// <summary>The sales behind the run are no longer stored.</summary>
    NoSales,

    /// <summary>The sales cover fewer than <see cref="HypothesisTest.LeastMonths"/> whole months, or fewer than four weeks.</summary>
    TooShort,

    /// <summary>The sales have no times of day.</summary>
    NoTimes,
}
