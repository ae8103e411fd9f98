namespace Insiders.Core.Statistics.Experiments;

/// <summary>How the size of an experiment on shares is worked out; the name belongs beside the number, because they differ.</summary>
public enum ShareFormula
{
    /// <summary>Difference of arcsines of the roots, both tails counted (Cohen 1988, section 6.4).</summary>
    Arcsine,

    /// <summary>Normal, with the pooled share under no effect and the shares' own variances under the effect (Fleiss, Levin and Paik 2003, equation 4.14 without continuity correction).</summary>
    Pooled,

    /// <summary>Normal, with the shares' own variances throughout.</summary>
    Unpooled,
}
