namespace Insiders.Core.Customers.Periods;

/// <summary>What figures of a period are compared with.</summary>
public enum ComparisonKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The period before, of as many units.</summary>
    Previous,

    /// <summary>The same period a year ago.</summary>
    YearAgo,

    /// <summary>A period that somebody chose.</summary>
    Own,

    /// <summary>What pages showed before: the run published before this one.</summary>
    Run,
}
