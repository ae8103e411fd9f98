using System.Collections.Immutable;

namespace Insiders.Core.Cleaning;

/// <summary>What cleaning drops and changes. The defaults are the study's.</summary>
public sealed record CleaningSettings
{
    /// <summary>The study's settings: every rule on.</summary>
    public static CleaningSettings Default { get; } = new();

    /// <summary>Names of rules in <c>CleaningRules.All</c> that are switched off.</summary>
    public ImmutableArray<string> DisabledRules { get; init; } = [];

    /// <summary>Stock codes that book fees, postage corrections or samples, not goods; compared in upper case.</summary>
    public ImmutableArray<string> ControlCodes { get; init; } = ["AMAZONFEE", "B", "BANK CHARGES", "M", "S"];

    /// <summary>Stock codes whose quantity counts by its size whatever its sign (a charity commission).</summary>
    public ImmutableArray<string> AbsoluteQuantityCodes { get; init; } = ["CRUK"];

    /// <summary>Customers left out by hand.</summary>
    public ImmutableArray<string> ExcludedCustomers { get; init; } = ["12346", "16446", "15098", "15749"];

    /// <summary>A customer who returned more than this share of the items bought is dropped. Above 0, finite.</summary>
    public double MaximumReturnShare
    {
        get;
        init => field = value is > 0 and < double.PositiveInfinity ? value
            : throw new ArgumentOutOfRangeException(nameof(MaximumReturnShare), value, "The largest return share is a finite number above zero.");
    } = 0.9;
}
