using System.Reflection;
using Insiders.Core.Pipeline;

namespace Insiders.Tests.Contracts;

/// <summary>Options cannot exist in a wrong state: every number has bounds, and what lies beyond is refused by <c>new</c> and <c>with</c>.</summary>
public sealed class OptionsContract
{
    // Lowest and highest value; true where the lowest is itself refused. A setting that is missing here fails the first test.
    private static readonly Dictionary<string, (double Lowest, double Highest, bool LowestIsOut)> s_bounds = new()
    {
        ["ForestOptions.Trees"] = (1, 10_000, false),
        ["ForestOptions.MinimumLeaf"] = (1, int.MaxValue, false),
        ["ForestOptions.Threads"] = (1, int.MaxValue, false),
        ["UmapOptions.Dimensions"] = (1, 256, false),
        ["UmapOptions.Neighbours"] = (2, 200, false),
        ["UmapOptions.MinimumDistance"] = (0, double.MaxValue, false),
        ["UmapOptions.Spread"] = (0, double.MaxValue, true),
        ["UmapOptions.Epochs"] = (1, 10_000, false),
        ["UmapOptions.NegativeSamples"] = (1, 50, false),
        ["UmapOptions.Threads"] = (1, int.MaxValue, false),
        ["KMeansOptions.Clusters"] = (1, int.MaxValue, false),
        ["KMeansOptions.Starts"] = (1, 1_000, false),
        ["KMeansOptions.MaximumIterations"] = (1, 100_000, false),
        ["KMeansOptions.Threads"] = (1, int.MaxValue, false),
        ["MixtureOptions.Components"] = (1, int.MaxValue, false),
        ["MixtureOptions.Starts"] = (1, 1_000, false),
        ["MixtureOptions.Regularisation"] = (0, double.MaxValue, false),
        ["MixtureOptions.Tolerance"] = (0, double.MaxValue, true),
        ["MixtureOptions.MaximumIterations"] = (1, 100_000, false),
        ["MixtureOptions.Threads"] = (1, int.MaxValue, false),
        ["SweepOptions.Minimum"] = (2, int.MaxValue, false),
        ["SweepOptions.Maximum"] = (2, 200, false),
        ["SweepOptions.SilhouetteSample"] = (100, int.MaxValue, false),
        ["MergeOptions.Keep"] = (0, 50, false),
        ["Recipe.MapEpochs"] = (1, 10_000, false),
        ["Recipe.ModelSample"] = (1_000, int.MaxValue, false),
        ["CleaningSettings.MaximumReturnShare"] = (0, 1_000, true),
        ["ImportOptions.Threads"] = (1, int.MaxValue, false),
        ["ImportOptions.MemoryLimitMegabytes"] = (64, int.MaxValue, false),
        ["StageSettings.NewDays"] = (1, 3_650, false),
        ["StageSettings.LostNotBeforeDays"] = (1, 3_650, false),
        ["ShopOptions.Customers"] = (1, 5_000_000, false),
        ["ShopOptions.Days"] = (60, 3_660, false),
    };

    public static TheoryData<string> AllNumbers => [.. Numbers().Select(Name)];

    [Fact]
    public void Every_number_among_the_options_has_bounds()
        => Assert.Equal(s_bounds.Keys.Order(StringComparer.Ordinal), Numbers().Select(Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(AllNumbers))]
    public void A_bound_is_taken_and_the_next_value_beyond_it_refused(string name)
    {
        var property = Numbers().Single(number => Name(number) == name);
        var (lowest, highest, lowestIsOut) = s_bounds[name];

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

    private static void Takes(PropertyInfo property, object value)
        => Assert.All(Fresh(property.DeclaringType!), options =>
        {
            property.SetValue(options, value);
            Assert.Equal(value, property.GetValue(options));
        });

    private static void Refuses(PropertyInfo property, object value)
        => Assert.All(Fresh(property.DeclaringType!), options =>
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

    private static IEnumerable<PropertyInfo> Numbers() => typeof(Recipe).Assembly.GetExportedTypes()
        .Where(type => type.GetMethod("<Clone>$") is not null && (type == typeof(Recipe) || type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Settings", StringComparison.Ordinal)))
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(property => property.SetMethod is not null && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type
            && (type == typeof(int) || type == typeof(double) || type == typeof(long) || type == typeof(float)));

    private static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";
}
