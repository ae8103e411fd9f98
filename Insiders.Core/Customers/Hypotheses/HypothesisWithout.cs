namespace Insiders.Core.Customers.Hypotheses;

/// <summary>The figures of a hypothesis without the one customer who moves a mean by more than a tenth.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="IsOfGroup">True when the customer is of the group, false when one of the others.</param>
/// <param name="Group">The mean of the group without the customer.</param>
/// <param name="Base">The mean over all without the customer.</param>
public sealed record HypothesisWithout(string CustomerId, bool IsOfGroup, double Group, double Base)
{
    /// <summary>The one ÷ the other; null where the other is not above 0.</summary>
    public double? Ratio => Base > 0 ? Group / Base : null;
}
