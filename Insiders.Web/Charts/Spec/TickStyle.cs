namespace Insiders.Web.Charts.Spec;

/// <summary>How ticks of a number axis are written.</summary>
public enum TickStyle
{
    /// <summary>Number: 1,500.</summary>
    Number,

    /// <summary>Whole number, for counts.</summary>
    Whole,

    /// <summary>Short: 1.5k.</summary>
    Compact,

    /// <summary>Money in short form, in the currency of the installation: £1.5k.</summary>
    Money,

    /// <summary>A share of 0 to 1 as a percentage.</summary>
    Percent,

    /// <summary>No labels, because the numbers of this axis have no meaning of their own.</summary>
    None,
}
