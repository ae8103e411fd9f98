using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Features;

/// <summary>What the forest learns from: the recipe's features, scaled, and the revenue it explains.</summary>
/// <param name="Features">Names, in column order.</param>
/// <param name="Omitted">Features asked for that it does without.</param>
/// <param name="Values">Shape [customers × features]; scaled features lie in 0 … 1.</param>
/// <param name="Target">Gross revenue scaled to 0 … 1, one per customer.</param>
public sealed record ModelTable(ImmutableArray<string> Features, ImmutableArray<OmittedFeature> Omitted, Matrix Values, ImmutableArray<double> Target)
{
    /// <summary>True when no feature tells any two customers apart, nor does revenue.</summary>
    public bool IsUniform => Values.Rows > 0 && Target.All(value => value.Equals(Target[0])) && Enumerable.Range(1, Values.Rows - 1).All(row => Values.Row(row).SequenceEqual(Values.Row(0)));

    /// <summary>Picks and scales.</summary>
    /// <param name="table">Every feature of every customer.</param>
    /// <param name="names">Features to use; one that is in the catalogue but that no customer has is left out and reported.</param>
    /// <exception cref="ArgumentException">A name is in no catalogue, or nothing is left to learn from.</exception>
    public static ModelTable Build(FeatureTable table, ImmutableArray<string> names)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var name in names)
        {
            FeatureCatalog.Find(name);
        }

        return Build(table, FeatureChoice.All(table, names, []));
    }

    /// <summary>Scales what was chosen.</summary>
    /// <param name="table">Every feature of every customer.</param>
    /// <param name="choice">Features of the table.</param>
    /// <exception cref="ArgumentException">Nothing is left to learn from.</exception>
    public static ModelTable Build(FeatureTable table, FeatureChoice choice)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(choice);
        var used = choice.Used;
        if (used.IsEmpty || table.Customers == 0)
        {
            throw new ArgumentException("Nothing is left to learn from: the cleaned ledger has no customer, or none of the recipe's features.", nameof(choice));
        }

        var values = new Matrix(table.Customers, used.Length);
        for (var f = 0; f < used.Length; f++)
        {
            var column = table.Column(used[f]);
            if (table.Definitions[table.ColumnOf(used[f])].Scaled)
            {
                Scale(column);
            }

            for (var i = 0; i < column.Length; i++)
            {
                values[i, f] = column[i];
            }
        }

        var target = table.Column("gross_revenue");
        Scale(target);
        return new ModelTable(used, choice.Omitted, values, [.. target]);
    }

    /// <summary>MinMax: the lowest becomes 0, the highest 1; a column that does not vary becomes 0.</summary>
    private static void Scale(double[] column)
    {
        var low = column.Min();
        var width = column.Max() - low;
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = width > 0 ? (column[i] - low) / width : 0;
        }
    }
}
