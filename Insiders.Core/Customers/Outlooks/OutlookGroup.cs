namespace Insiders.Core.Customers.Outlooks;

/// <summary>Whom an outlook is of.</summary>
public enum OutlookGroup
{
    /// <summary>Every customer of the run.</summary>
    Base,

    /// <summary>The members of the programme.</summary>
    Members,

    /// <summary>The customers of one segment.</summary>
    Segment,
}
