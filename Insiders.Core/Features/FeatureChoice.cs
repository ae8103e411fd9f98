using System.Collections.Immutable;
using Insiders.Core.Import;
using Insiders.Core.Numerics;

namespace Insiders.Core.Features;

/// <summary>Which of a recipe's features a model learns from, on the ledger at hand.</summary>
/// <param name="Used">Names, in the recipe's order; at least one unless there is no customer or the ledger has none of them.</param>
/// <param name="Omitted">The others, and why.</param>
/// <remarks>
/// By the rule, a feature is left out where it has the same value for at least <see cref="AlikeShare"/> of the customers, and where its rank correlation with
/// one taken before it is at least <see cref="RepeatsFrom"/>, whatever the sign: the recipe's order is the order of precedence. Neither looks at the groups that come of it.
/// </remarks>
public sealed record FeatureChoice(ImmutableArray<string> Used, ImmutableArray<OmittedFeature> Omitted)
{
    /// <summary>Share of customers with one and the same value from which a feature tells too few apart.</summary>
    public const double AlikeShare = 0.95;

    /// <summary>Spearman's rank correlation, by size, from which a feature repeats another.</summary>
    public const double RepeatsFrom = 0.9;

    /// <summary>Every feature that the ledger has.</summary>
    /// <param name="table">Every feature of every customer.</param>
    /// <param name="names">The recipe's.</param>
    /// <param name="noColumns">Columns that no sale of the ledger has.</param>
    public static FeatureChoice All(FeatureTable table, ImmutableArray<string> names, ImmutableArray<LedgerColumn> noColumns)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(
            [.. names.Where(name => table.Has(name) && Without(name, noColumns) is null)],
            [.. names.Select(name => Without(name, noColumns) ?? (table.Has(name) ? null : new OmittedFeature(name, OmissionReason.Missing))).OfType<OmittedFeature>()]);
    }

    /// <summary>Chooses by the rule.</summary>
    /// <param name="table">Every feature of every customer.</param>
    /// <param name="names">The recipe's, the most important first.</param>
    /// <param name="noColumns">Columns that no sale of the ledger has.</param>
    /// <remarks>O(f·n log n + f²·n) time for f names and n customers. Where the rule leaves nothing, features that vary at all are taken; where none does, the first.</remarks>
    public static FeatureChoice ByRule(FeatureTable table, ImmutableArray<string> names, ImmutableArray<LedgerColumn> noColumns)
    {
        ArgumentNullException.ThrowIfNull(table);
        var columns = names.Distinct().Where(name => table.Has(name) && Without(name, noColumns) is null).ToDictionary(name => name, table.Column);
        var telling = columns.Where(column => MostCommon(column.Value) < AlikeShare * table.Customers).Select(column => column.Key).ToHashSet();
        if (telling.Count == 0)
        {
            telling = [.. columns.Where(column => MostCommon(column.Value) < table.Customers).Select(column => column.Key)];
        }

        if (telling.Count == 0)
        {
            telling = [.. columns.Keys.Take(1)];
        }

        var ranks = new Dictionary<string, double[]>();
        var used = ImmutableArray.CreateBuilder<string>();
        var omitted = ImmutableArray.CreateBuilder<OmittedFeature>();
        foreach (var name in names.Distinct())
        {
            if (Without(name, noColumns) is { } without)
            {
                omitted.Add(without);
            }
            else if (!columns.TryGetValue(name, out var column))
            {
                omitted.Add(new(name, OmissionReason.Missing));
            }
            else if (!telling.Contains(name))
            {
                omitted.Add(new(name, OmissionReason.Alike));
            }
            else
            {
                var own = Ranks.Of(column);
                if (used.FirstOrDefault(other => Math.Abs(Ranks.Correlation(own, ranks[other])) >= RepeatsFrom) is { } repeated)
                {
                    omitted.Add(new(name, OmissionReason.Repeats, repeated));
                }
                else
                {
                    ranks.Add(name, own);
                    used.Add(name);
                }
            }
        }

        return new(used.DrainToImmutable(), omitted.DrainToImmutable());
    }

    // Computed from what is not there, it would be a figure that nobody wrote down.
    private static OmittedFeature? Without(string name, ImmutableArray<LedgerColumn> noColumns) =>
        FeatureCatalog.All.FirstOrDefault(feature => feature.Name == name)?.Needs is { } column && noColumns.Contains(column) ? new(name, OmissionReason.NoColumn, column.ToString()) : null;

    private static int MostCommon(double[] values)
    {
        var sorted = values.Order().ToArray();
        var most = 0;
        for (var from = 0; from < sorted.Length;)
        {
            var to = from;
            while (to < sorted.Length && sorted[to].Equals(sorted[from]))
            {
                to++;
            }

            (most, from) = (Math.Max(most, to - from), to);
        }

        return most;
    }
}
