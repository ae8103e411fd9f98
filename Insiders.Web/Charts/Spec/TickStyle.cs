namespace Insiders.Web.Charts.Spec;

/// <summary>How ticks of a number axis are written.</summary>
public enum TickStyle
{
    /// <summary>As a number: 1,500.</summary>
    Number,

    /// <summary>As a whole number: what is counted has no halves.</summary>
    Whole,

    /// <summary>Short: 1.5k.</summary>
    Compact,

    /// <summary>Money, short, in the currency of the installation: £1.5k.</summary>
    Money,

    /// <summary>A share of 0 to 1 as per cent.</summary>
    Percent,

    /// <summary>Not at all: the numbers of this axis mean nothing by themselves.</summary>
    None,
}
