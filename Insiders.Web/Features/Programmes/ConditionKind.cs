namespace Insiders.Web.Features.Programmes;

/// <summary>What a condition of the form is about.</summary>
public enum ConditionKind
{
    /// <summary>A measure within bounds.</summary>
    Measure,

    /// <summary>A segment.</summary>
    Segment,

    /// <summary>The probability of belonging to a segment.</summary>
    Probability,

    /// <summary>A stage.</summary>
    Stage,

    /// <summary>A saved list.</summary>
    List,
}
