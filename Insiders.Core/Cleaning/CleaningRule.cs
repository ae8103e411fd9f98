namespace Insiders.Core.Cleaning;

/// <summary>One cleaning rule: the entry that the statements, the waterfall, the settings page and the tests all read.</summary>
/// <param name="Name">Unique, lower case with hyphens, such as <c>no-customer</c>; settings switch the rule off by it.</param>
/// <param name="Kind">What the rule works on.</param>
/// <param name="Sentence">One English sentence that a marketing manager understands.</param>
/// <param name="Sql">
/// The rule's SQL for given settings, every text in it quoted. A condition is true for what is dropped; one that is NULL drops
/// nothing. Columns of a row: <c>invoice</c>, <c>stock_code</c>, <c>description</c>, <c>quantity</c>, <c>sold_at</c>,
/// <c>unit_price</c>, <c>customer_id</c>, <c>country</c>, <c>latitude</c>, <c>longitude</c> (NULL where the map does not know the country),
/// <c>ledger_names_countries</c> (false when no row of the ledger has a country).
/// </param>
public sealed record CleaningRule(string Name, CleaningRuleKind Kind, string Sentence, Func<CleaningSettings, string> Sql)
{
    /// <summary>Whether settings ask for a rule that is off by default; null for a rule that applies unless it is switched off.</summary>
    public Func<CleaningSettings, bool>? AskedFor { get; init; }

    /// <summary>True for a rule that the settings know: one that applies unless it is switched off, or one that they ask for.</summary>
    internal bool IsOffered(CleaningSettings settings) => AskedFor is null || AskedFor(settings);
}
