using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Features;

/// <summary>One row of features per customer, names beside the numbers.</summary>
/// <remarks>
/// Rows are in the ordinal order of customer ids, so that nothing that follows depends on the order of the file. Columns are in
/// catalogue order.
/// </remarks>
public sealed partial class FeatureTable
{
    private readonly Dictionary<string, int> _columns;

    /// <summary>Puts names and numbers together.</summary>
    /// <param name="customerIds">Ids, unique, in ordinal order.</param>
    /// <param name="countries">Country of each customer.</param>
    /// <param name="definitions">One per column of <paramref name="values"/>.</param>
    /// <param name="values">Shape [customers × features], finite.</param>
    /// <exception cref="ArgumentException">Counts differ; the message gives them.</exception>
    public FeatureTable(ImmutableArray<string> customerIds, ImmutableArray<string> countries, ImmutableArray<FeatureDefinition> definitions, Matrix values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (customerIds.Length != values.Rows || countries.Length != values.Rows || definitions.Length != values.Columns)
        {
            throw new ArgumentException(
                $"{customerIds.Length} customers, {countries.Length} countries and {definitions.Length} features do not fit a {values.Rows} × {values.Columns} matrix.", nameof(values));
        }

        CustomerIds = customerIds;
        Countries = countries;
        Definitions = definitions;
        Values = values;
        _columns = definitions.Select((definition, index) => (definition.Name, index)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Customer ids, in ordinal order.</summary>
    public ImmutableArray<string> CustomerIds { get; }

    /// <summary>Country of each customer.</summary>
    public ImmutableArray<string> Countries { get; }

    /// <summary>The features, in column order.</summary>
    public ImmutableArray<FeatureDefinition> Definitions { get; }

    /// <summary>Shape [customers × features].</summary>
    public Matrix Values { get; }

    /// <summary>Number of customers.</summary>
    public int Customers => CustomerIds.Length;

    /// <summary>The index of a feature's column.</summary>
    /// <exception cref="ArgumentException">There is no such feature; the message lists those there are.</exception>
    public int ColumnOf(string name) => _columns.TryGetValue(name, out var column) ? column
        : throw new ArgumentException($"There is no feature '{name}'. There are: {string.Join(", ", Definitions.Select(d => d.Name))}.", nameof(name));

    /// <summary>True when the table has the feature (a weekday nobody bought on is left out).</summary>
    public bool Has(string name) => _columns.ContainsKey(name);

    /// <summary>A copy of one feature's values, one per customer.</summary>
    /// <exception cref="ArgumentException">There is no such feature.</exception>
    public double[] Column(string name) => Values.Column(ColumnOf(name));
}
