namespace Insiders.Core.Programmes;

/// <summary>Somebody decided by hand that a customer belongs to the programme, or does not.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Tier">The tier the customer is in at least; null when the customer is excluded.</param>
/// <param name="Reason">Why, as typed.</param>
/// <param name="Until">The last day of the data on which it holds; null: until it is taken back.</param>
/// <param name="By">Who decided.</param>
public sealed record ManualDecision(string CustomerId, int? Tier, string Reason, DateOnly? Until, string By)
{
    /// <summary>Characters of a reason at most.</summary>
    public const int LongestReason = 300;

    /// <summary>True when the customer is kept out.</summary>
    public bool IsExclusion => Tier is null;

    /// <summary>Whether it holds on a day.</summary>
    public bool Holds(DateOnly on) => Until is not { } last || on <= last;
}
