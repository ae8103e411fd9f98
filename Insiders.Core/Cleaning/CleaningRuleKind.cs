namespace Insiders.Core.Cleaning;

/// <summary>What a rule works on, and so what its SQL is.</summary>
public enum CleaningRuleKind
{
    /// <summary>Drops rows. The SQL is a condition over one row; see <see cref="CleaningRule.Sql"/> for its columns.</summary>
    DropRows,

    /// <summary>Drops customers whole. The SQL is a condition over <c>bought_items</c>, <c>returned_items</c>, <c>bought_rows</c> and, where <c>few-dates</c> is asked for, <c>dates</c>, all 0 or more, of the rows left so far, and <c>items_add_up</c> (false where goods are sold by weight: kilograms and pieces do not).</summary>
    DropCustomers,

    /// <summary>Changes a column and drops nothing. The SQL is the new value, or the order in which candidates for it win.</summary>
    Change,
}
