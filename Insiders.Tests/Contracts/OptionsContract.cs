using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Insiders.Core.Pipeline;
using Insiders.Core.Settings;

namespace Insiders.Tests.Contracts;

/// <summary>Options cannot exist in an invalid state: every number has bounds, and values outside are refused by <c>new</c> and <c>with</c>.</summary>
public sealed class OptionsContract
{
    // Numbers that are not settings of a recipe: lowest and highest value; true when the lowest itself is refused. The first test fails if one is missing here.
    private static readonly Dictionary<string, (double Lowest, double Highest, bool LowestIsOut)> s_bounds = new()
    {
        ["ForestOptions.Threads"] = (1, int.MaxValue, false),
        ["UmapOptions.Threads"] = (1, int.MaxValue, false),
        ["KMeansOptions.Clusters"] = (1, int.MaxValue, false),
        ["KMeansOptions.Threads"] = (1, int.MaxValue, false),
        ["MixtureOptions.Components"] = (1, int.MaxValue, false),
        ["MixtureOptions.Threads"] = (1, int.MaxValue, false),
        ["ScalingOptions.Threads"] = (1, int.MaxValue, false),
        ["ExtraTreesOptions.Threads"] = (1, int.MaxValue, false),
        ["RandomTreesOptions.Threads"] = (1, int.MaxValue, false),
        ["PcaOptions.Threads"] = (1, int.MaxValue, false),
        ["TsneOptions.Threads"] = (1, int.MaxValue, false),
        ["HierarchicalOptions.Threads"] = (1, int.MaxValue, false),
        ["SpectralOptions.Threads"] = (1, int.MaxValue, false),
        ["DbscanOptions.Threads"] = (1, int.MaxValue, false),
        ["HdbscanOptions.Threads"] = (1, int.MaxValue, false),
        ["ImportOptions.Threads"] = (1, int.MaxValue, false),
        ["ImportOptions.MemoryLimitMegabytes"] = (64, int.MaxValue, false),
        ["BfgsOptions.GradientTolerance"] = (0, double.MaxValue, true),
        ["BfgsOptions.MaximumIterations"] = (1, int.MaxValue, false),
        ["BfgsOptions.LongestStep"] = (0, double.MaxValue, true),
        ["PurchaseOptions.MinimumRepeaters"] = (2, int.MaxValue, false),
        ["PurchaseOptions.MaximumIterations"] = (1, int.MaxValue, false),
        ["PurchaseOptions.FirstGroups"] = (100, int.MaxValue, false),
        ["SpendOptions.MinimumCustomers"] = (2, int.MaxValue, false),
        ["SpendOptions.MaximumIterations"] = (1, int.MaxValue, false),
        ["BootstrapOptions.Replicates"] = (99, int.MaxValue, false),
        ["BootstrapOptions.Coverage"] = (0, Math.BitDecrement(1.0), true),
        ["SizingOptions.Significance"] = (0, Math.BitDecrement(1.0), true),
        ["SizingOptions.Power"] = (0, Math.BitDecrement(1.0), true),
        ["SizingOptions.TreatedPerWithheld"] = (0, double.MaxValue, true),
        ["AssignmentOptions.WithheldShare"] = (0, Math.BitDecrement(1.0), true),
        ["ReadOutOptions.Coverage"] = (0, Math.BitDecrement(1.0), true),
        ["ReadOutOptions.WinsorisedAt"] = (0, 1, true),
        ["ForecastOptions.PeriodsPerYear"] = (1, 366, false),
        ["ForecastOptions.Horizon"] = (1, 520, false),
        ["ForecastOptions.MinimumPeriods"] = (4, int.MaxValue, false),
        ["ForecastOptions.MinimumFilledShare"] = (0, 1, false),
        ["ForecastOptions.MaximumIterations"] = (1, int.MaxValue, false),
        ["RuleOptions.MaximumConditions"] = (1, 10, false),
        ["RuleOptions.Width"] = (1, 1_000, false),
        ["RuleOptions.LeastGain"] = (0, Math.BitDecrement(1.0), false),
        ["StageSettings.NewDays"] = (1, 3_650, false),
        ["StageSettings.LostNotBeforeDays"] = (1, 3_650, false),
        ["ShopOptions.Customers"] = (1, 5_000_000, false),
        ["ShopOptions.Days"] = (60, 3_660, false),
    };

    public static TheoryData<string> AllNumbers => [.. Numbers().Select(Name)];

    [Fact]
    public void Every_number_among_the_options_has_a_descriptor_or_bounds()
        => Assert.Equal(s_bounds.Keys.Order(StringComparer.Ordinal), Numbers().Where(number => Described(number) is null).Select(Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(AllNumbers))]
    public void A_bound_is_taken_and_the_next_value_beyond_it_refused(string name)
    {
        var property = Numbers().Single(number => Name(number) == name);
        var (lowest, highest, lowestIsOut) = Described(property) is { Range: { } range } ? (range.Lowest, range.Highest, range.LowestIsOut) : s_bounds[name];

        if (property.PropertyType == typeof(double))
        {
            Takes(property, lowestIsOut ? Math.BitIncrement(lowest) : lowest);
            Refuses(property, lowestIsOut ? lowest : Math.BitDecrement(lowest));
            Refuses(property, double.NaN);
            Refuses(property, -double.NaN);
            Refuses(property, double.NegativeInfinity);
            Refuses(property, double.PositiveInfinity);
            Takes(property, highest);
            Refuses(property, Math.BitIncrement(highest));
            return;
        }

        Takes(property, (int)lowest);
        Refuses(property, (int)lowest - 1);
        Takes(property, (int)highest);
        if (highest < int.MaxValue)
        {
            Refuses(property, (int)highest + 1);
        }
    }

    public static TheoryData<Type> AllDescribed => [.. Options().Where(type => SettingsOf(type) is not null)];

    [Theory, MemberData(nameof(AllDescribed))]
    public void Descriptors_are_of_the_members_that_JSON_has_with_their_defaults_and_words(Type type)
    {
        var fresh = Activator.CreateInstance(type)!;
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null && property.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always } && SettingsOf(property.PropertyType) is null)
            .Where(property => type != typeof(Recipe) || property.Name is not (nameof(Recipe.Embedding) or nameof(Recipe.Clustering)))
            .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.Equal(members.Keys.Order(StringComparer.Ordinal), SettingsOf(type)!.Value.Select(setting => setting.Name).Order(StringComparer.Ordinal));
        Assert.All(SettingsOf(type)!.Value, setting =>
        {
            var standard = setting.GetType().GetProperty("Default")!.GetValue(setting);
            if (standard is ImmutableArray<string> texts)
            {
                Assert.Equal(texts.AsEnumerable(), (ImmutableArray<string>)members[setting.Name].GetValue(fresh)!);
                return;
            }

            Assert.Equal(standard, members[setting.Name].GetValue(fresh));
            Assert.True(setting.Range is null || standard is null || setting.Range.Value.Admits(Convert.ToDouble(standard, CultureInfo.InvariantCulture)));
        });
    }

    private static void Takes(PropertyInfo property, object value)
        => Assert.All(Fresh(property.ReflectedType!), options =>
        {
            property.SetValue(options, value);
            Assert.Equal(value, property.GetValue(options));
        });

    private static void Refuses(PropertyInfo property, object value)
        => Assert.All(Fresh(property.ReflectedType!), options =>
        {
            var error = Assert.Throws<TargetInvocationException>(() => property.SetValue(options, value)).InnerException;
            Assert.Equal(property.Name, Assert.IsType<ArgumentOutOfRangeException>(error, exactMatch: false).ParamName);
        });

    // `new X { P = v }` sets P on a new object, `with { P = v }` on a clone: both call the same accessor, unless a record bypasses it.
    private static object[] Fresh(Type type)
    {
        var made = Activator.CreateInstance(type)!;
        return [made, type.GetMethod("<Clone>$")!.Invoke(made, null)!];
    }

    private static SettingDescriptor? Described(PropertyInfo number)
        => SettingsOf(number.ReflectedType!)?.FirstOrDefault(setting => setting.Name == JsonNamingPolicy.CamelCase.ConvertName(number.Name));

    private static ImmutableArray<SettingDescriptor>? SettingsOf(Type type)
        => type.GetProperty("Settings", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ImmutableArray<SettingDescriptor>?;

    private static IEnumerable<Type> Options() => typeof(Recipe).Assembly.GetExportedTypes()
        .Where(type => !type.IsAbstract && !type.Namespace!.StartsWith("Insiders.Core.Application", StringComparison.Ordinal) && type.GetMethod("<Clone>$") is not null && (type == typeof(Recipe) || type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Settings", StringComparison.Ordinal)));

    private static IEnumerable<PropertyInfo> Numbers() => Options()
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        .Where(property => property.SetMethod is not null && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type
            && (type == typeof(int) || type == typeof(double) || type == typeof(long) || type == typeof(float)));

    private static string Name(PropertyInfo property) => $"{property.ReflectedType!.Name}.{property.Name}";
}
