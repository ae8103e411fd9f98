using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Insiders.Core.Settings;

namespace Insiders.Core.Cleaning;

/// <summary>What cleaning drops and changes. The defaults are the study's.</summary>
public sealed record CleaningSettings
{
    private static readonly Setting<ImmutableArray<string>> s_disabledRules = SettingDescriptor.Texts("disabledRules", "DisabledRules", []);
    private static readonly Setting<ImmutableArray<string>> s_controlCodes = SettingDescriptor.Texts("controlCodes", "ControlCodes", ["AMAZONFEE", "B", "BANK CHARGES", "M", "S"]);
    private static readonly Setting<ImmutableArray<string>> s_absoluteQuantityCodes = SettingDescriptor.Texts("absoluteQuantityCodes", "AbsoluteQuantityCodes", ["CRUK"]);
    private static readonly Setting<ImmutableArray<string>> s_excludedCustomers = SettingDescriptor.Texts("excludedCustomers", "ExcludedCustomers", ["12346", "16446", "15098", "15749"]);
    private static readonly Setting<ImmutableArray<string>?> s_excludedCountries = new("excludedCountries", "ExcludedCountries", SettingKind.Texts, null);
    private static readonly Setting<bool> s_inventsCustomers = SettingDescriptor.Switch("inventsCustomers", "InventsCustomers", false);
    private static readonly Setting<bool> s_dropsReturns = SettingDescriptor.Switch("dropsReturns", "DropsReturns", false);
    private static readonly Setting<bool> s_needsPurchase = SettingDescriptor.Switch("needsPurchase", "NeedsPurchase", false);
    private static readonly Setting<bool> s_tellsApart = SettingDescriptor.Switch("tellsApart", "TellsApart", false);

    /// <summary>What there is to know of <see cref="MaximumReturnShare"/>.</summary>
    public static Setting<double> MaximumReturnShareSetting { get; } = SettingDescriptor.Number("maximumReturnShare", "MaximumReturnShare", 0.9, new(0, 1_000, LowestIsOut: true));

    /// <summary>What there is to know of <see cref="LowestPrice"/>.</summary>
    public static Setting<double> LowestPriceSetting { get; } = SettingDescriptor.Number("lowestPrice", "LowestPrice", 0, new(0, 1_000_000));

    /// <summary>What there is to know of <see cref="FewestDates"/>.</summary>
    public static Setting<int> FewestDatesSetting { get; } = SettingDescriptor.Whole("fewestDates", "FewestDates", 0, new(0, 1_000));

    /// <summary>Every setting.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } =
    [
        s_disabledRules, s_controlCodes, s_absoluteQuantityCodes, s_excludedCustomers, MaximumReturnShareSetting, s_tellsApart,
        s_excludedCountries, LowestPriceSetting, s_inventsCustomers, s_dropsReturns, s_needsPurchase, FewestDatesSetting,
    ];

    /// <summary>The study's settings: every rule on.</summary>
    public static CleaningSettings Default { get; } = new();

    /// <summary>
    /// The settings for any shop: no code, customer or country is left out by name. What is no goods, what takes money off and what is no country are
    /// told by the ledger's own rows, and products by their codes.
    /// </summary>
    public static CleaningSettings Shop { get; } = new()
    {
        DisabledRules = ["no-description", "unplaced-country", "absolute-quantity", "excluded-customer", "common-stock-code"],
        ControlCodes = [],
        AbsoluteQuantityCodes = [],
        ExcludedCustomers = [],
        TellsApart = true,
    };

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
    } = s_disabledRules.Default;

    /// <summary>Stock codes that book fees, postage corrections or samples, not goods; compared in upper case.</summary>
    public ImmutableArray<string> ControlCodes { get; init; } = s_controlCodes.Default;

    /// <summary>Stock codes whose quantity counts by its size whatever its sign (a charity commission).</summary>
    public ImmutableArray<string> AbsoluteQuantityCodes { get; init; } = s_absoluteQuantityCodes.Default;

    /// <summary>Customers left out by hand.</summary>
    public ImmutableArray<string> ExcludedCustomers { get; init; } = s_excludedCustomers.Default;

    /// <summary>A customer who returned more than this share of the items bought is dropped; nine decimals count.</summary>
    public double MaximumReturnShare { get; init => field = MaximumReturnShareSetting.Check(value); } = MaximumReturnShareSetting.Default;

    /// <summary>
    /// True when lines that take money off an order count as discounts and not as bookings without a price, when lines whose name is that of a service
    /// are no goods, and when a column of countries that holds the states of one is read so.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TellsApart { get; init; } = s_tellsApart.Default;

    /// <summary>Countries left out by hand, as the ledger spells them, in any case; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? ExcludedCountries { get; init => field = value is { IsDefaultOrEmpty: false } ? value : null; }

    /// <summary>Rows with a lower unit price are dropped; 0: no such rule. Nine decimals count.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double LowestPrice { get; init => field = LowestPriceSetting.Check(value); } = LowestPriceSetting.Default;

    /// <summary>True when every invoice without a customer becomes a customer of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InventsCustomers { get; init; } = s_inventsCustomers.Default;

    /// <summary>True when rows of returned goods are dropped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DropsReturns { get; init; } = s_dropsReturns.Default;

    /// <summary>True when customers with returns alone are dropped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NeedsPurchase { get; init; } = s_needsPurchase.Default;

    /// <summary>Customers seen on fewer dates, returns included, are dropped; 0: no such rule.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int FewestDates { get; init => field = FewestDatesSetting.Check(value); } = FewestDatesSetting.Default;

    /// <summary>True when the rule applies.</summary>
    /// <param name="rule">A rule's name in <see cref="CleaningRules.All"/>.</param>
    public bool Enables(string rule) => !DisabledRules.Contains(rule) && CleaningRules.All.FirstOrDefault(known => known.Name == rule)?.IsOffered(this) != false;
}
