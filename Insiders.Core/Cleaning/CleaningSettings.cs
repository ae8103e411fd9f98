using System.Collections.Immutable;

namespace Insiders.Core.Cleaning;

/// <summary>What cleaning drops and changes. The defaults are the study's.</summary>
public sealed record CleaningSettings
{
    /// <summary>The study's settings: every rule on.</summary>
    public static CleaningSettings Default { get; } = new();

    /// <summary>Names of rules in <see cref="CleaningRules.All"/> that are switched off.</summary>
    /// <exception cref="ArgumentException">There is no such rule; the message lists those there are.</exception>
    public ImmutableArray<string> DisabledRules
    {
        get;
        init
        {
            field = value.IsDefault ? [] : value;
            foreach (var name in field)
            {
                if (!CleaningRules.All.Any(rule => rule.Name == name))
                {
                    throw new ArgumentException(
                        $"There is no cleaning rule '{name}'. There are: {string.Join(", ", CleaningRules.All.Select(rule => rule.Name))}.", nameof(DisabledRules));
                }
            }
        }
    } = [];

    /// <summary>Stock codes that book fees, postage corrections or samples, not goods; compared in upper case.</summary>
    public ImmutableArray<string> ControlCodes { get; init; } = ["AMAZONFEE", "B", "BANK CHARGES", "M", "S"];

    /// <summary>Stock codes whose quantity counts by its size whatever its sign (a charity commission).</summary>
    public ImmutableArray<string> AbsoluteQuantityCodes { get; init; } = ["CRUK"];

    /// <summary>Customers left out by hand.</summary>
    public ImmutableArray<string> ExcludedCustomers { get; init; } = ["12346", "16446", "15098", "15749"];

    /// <summary>A customer who returned more than this share of the items bought is dropped. Above 0, at most 1,000; nine decimals count.</summary>
    public double MaximumReturnShare
    {
        get;
        init => field = value is > 0 and <= 1_000 ? value
            : throw new ArgumentOutOfRangeException(nameof(MaximumReturnShare), value, "The largest return share is a number above zero, at most 1,000.");
    } = 0.9;

    /// <summary>True when the rule applies.</summary>
    /// <param name="rule">A rule's name in <see cref="CleaningRules.All"/>.</param>
    public bool Enables(string rule) => !DisabledRules.Contains(rule);
}
