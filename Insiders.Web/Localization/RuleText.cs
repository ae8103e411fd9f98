using Insiders.Core.Cleaning;

namespace Insiders.Web.Localization;

/// <summary>Names and explanations of cleaning rules in the reader's language.</summary>
public static class RuleText
{
    /// <summary>The name of a rule, or of the raw ledger before the rules; for a rule without a text, its key.</summary>
    public static string Name(string rule) => Texts.ResourceManager.GetString("RunsRule" + Key(rule), System.Globalization.CultureInfo.CurrentUICulture) ?? rule;

    /// <summary>What a rule does, in one sentence.</summary>
    public static string Sentence(string rule) => Texts.ResourceManager.GetString("RunsRule" + Key(rule) + "Hint", System.Globalization.CultureInfo.CurrentUICulture) ?? "";

    /// <summary>True for the raw ledger and for rules that drop rows; false for rules that only change rows, which leave their number unchanged.</summary>
    public static bool MayDrop(CleaningStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return CleaningRules.All.FirstOrDefault(rule => rule.Name == step.Rule)?.Kind != CleaningRuleKind.Change;
    }

    private static string Key(string rule) => string.Concat(rule.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
