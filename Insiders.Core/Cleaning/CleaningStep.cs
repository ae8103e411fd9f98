namespace Insiders.Core.Cleaning;

/// <summary>One line of the waterfall: what a rule dropped and what it left.</summary>
/// <param name="Rule">The rule's name in <c>CleaningRules.All</c>; <c>raw</c> on the first line.</param>
/// <param name="Enabled">False when the settings switch the rule off; it then drops nothing.</param>
/// <param name="RowsDropped">Rows dropped by this rule.</param>
/// <param name="RowsLeft">Rows left after it.</param>
/// <param name="CustomersLeft">Distinct customers left after it.</param>
public sealed record CleaningStep(string Rule, bool Enabled, long RowsDropped, long RowsLeft, int CustomersLeft)
{
    /// <summary>What was bought in the rows dropped, returns not taken off; 0 in records that were written before anybody added it up.</summary>
    public decimal DroppedAmount { get; init; }

    /// <summary>True where the money of what was dropped was added up: some steps have money, or none dropped a row.</summary>
    public static bool HaveMoney(IReadOnlyCollection<CleaningStep> steps) => steps.Any(step => step.DroppedAmount != 0) || steps.All(step => step.RowsDropped == 0);
}
