namespace Insiders.Core.Statistics.Purchases;

/// <summary>The purchase models there are. In all of them a customer buys at a steady rate of their own while they are alive.</summary>
public enum PurchaseModelKind
{
    /// <summary>May leave after every repeat purchase, never before the first one (Fader, Hardie and Lee 2005).</summary>
    BetaGeometric,

    /// <summary>May leave after every purchase, the first one too (Batislam, Denizel and Filiztekin 2007).</summary>
    ModifiedBetaGeometric,

    /// <summary>May leave at any moment (Schmittlein, Morrison and Colombo 1987).</summary>
    Pareto,

    /// <summary>Never leaves: what is left to say where the others cannot be fitted (Ehrenberg 1959).</summary>
    NeverLeaves,
}
