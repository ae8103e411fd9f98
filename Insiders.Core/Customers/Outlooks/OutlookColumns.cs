using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Insiders.Core.Customers.Outlooks;

/// <summary>What is expected of every customer, in columns of four bytes a number, by name as in <see cref="SalesMeasures"/>.</summary>
/// <param name="Packed">Each column, one little-endian single per row of the base; NaN for who never bought anything.</param>
public sealed record OutlookColumns(ImmutableDictionary<string, byte[]> Packed)
{
    /// <summary>How many days are looked ahead.</summary>
    public static ImmutableArray<int> Horizons { get; } = [30, 90, 365];

    /// <summary>Packs columns.</summary>
    /// <param name="columns">By name, one value per row of the base.</param>
    public static OutlookColumns Of(IEnumerable<(string Name, float[] Values)> columns)
        => new(columns.ToImmutableDictionary(column => column.Name, column => MemoryMarshal.AsBytes<float>(column.Values).ToArray(), StringComparer.Ordinal));

    /// <summary>The columns as measures of a base.</summary>
    /// <param name="customers">Customers of the base.</param>
    /// <returns>Nothing where the columns are of another number of customers.</returns>
    public ImmutableDictionary<string, ImmutableArray<double>> Measures(int customers)
        => Packed.Values.Any(bytes => bytes.Length != customers * sizeof(float))
            ? ImmutableDictionary<string, ImmutableArray<double>>.Empty
            : Packed.ToImmutableDictionary(column => column.Key, column => Unpack(column.Value), StringComparer.Ordinal);

    private static ImmutableArray<double> Unpack(byte[] bytes)
    {
        var singles = MemoryMarshal.Cast<byte, float>(bytes);
        var values = new double[singles.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = singles[row];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }
}
