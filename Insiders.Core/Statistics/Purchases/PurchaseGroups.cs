using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>Customers of equal history taken together: whatever is worked out, is worked out once per group.</summary>
/// <remarks>Immutable, safe for any number of threads. Groups are ordered by repeats, age and last age, whatever the order of the customers.</remarks>
public sealed class PurchaseGroups
{
    private readonly PurchaseHistory[] _histories;
    private readonly int[] _counts;
    private readonly int[] _groupOf;

    private PurchaseGroups(PurchaseHistory[] histories, int[] counts, int[] groupOf)
    {
        _histories = histories;
        _counts = counts;
        _groupOf = groupOf;
        var (age, repeats) = (0.0, 0L);
        for (var g = 0; g < counts.Length; g++)
        {
            age += counts[g] * histories[g].Age;
            repeats += (long)counts[g] * histories[g].Repeats;
            Repeaters += histories[g].Repeats > 0 ? counts[g] : 0;
        }

        MeanAge = groupOf.Length == 0 ? 0 : age / groupOf.Length;
        Repeats = repeats;
    }

    /// <summary>Number of customers.</summary>
    public int Customers => _groupOf.Length;

    /// <summary>Customers with a second purchase.</summary>
    public int Repeaters { get; }

    /// <summary>Repeat purchases of all customers.</summary>
    public long Repeats { get; }

    /// <summary>Mean age of the customers; 0 without any.</summary>
    public double MeanAge { get; }

    /// <summary>The history of each group.</summary>
    public ReadOnlySpan<PurchaseHistory> Histories => _histories;

    /// <summary>How many customers each group has, at least 1.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>The group of each customer, in the order they were given.</summary>
    public ReadOnlySpan<int> GroupOf => _groupOf;

    /// <summary>Takes customers of equal history together.</summary>
    /// <param name="customers">Any number, in any order.</param>
    /// <remarks>O(customers + groups · log groups) time.</remarks>
    /// <exception cref="ArgumentException">A history cannot be; the message names its place and what is wrong.</exception>
    public static PurchaseGroups Of(ReadOnlySpan<PurchaseHistory> customers)
    {
        var found = new Dictionary<PurchaseHistory, int>();
        var groupOf = new int[customers.Length];
        var counts = new List<int>();
        for (var i = 0; i < customers.Length; i++)
        {
            var history = customers[i];
            ThrowIfImpossible(history, i);
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(found, history, out var known);
            if (!known)
            {
                group = counts.Count;
                counts.Add(0);
            }

            counts[group]++;
            groupOf[i] = group;
        }

        var histories = new PurchaseHistory[counts.Count];
        foreach (var (history, group) in found)
        {
            histories[group] = history;
        }

        int[] order = [.. Enumerable.Range(0, histories.Length)];
        Array.Sort(order, (a, b) => Compare(histories[a], histories[b]));
        var place = new int[order.Length];
        for (var g = 0; g < order.Length; g++)
        {
            place[order[g]] = g;
        }

        for (var i = 0; i < groupOf.Length; i++)
        {
            groupOf[i] = place[groupOf[i]];
        }

        return new PurchaseGroups(Array.ConvertAll(order, g => histories[g]), Array.ConvertAll(order, g => counts[g]), groupOf);
    }

    /// <summary>Gives each customer the figure of their group.</summary>
    /// <param name="figures">One per group.</param>
    /// <returns>One per customer, in the order they were given.</returns>
    /// <exception cref="ArgumentException">There are more or fewer figures than groups.</exception>
    public ImmutableArray<T> ByCustomer<T>(ReadOnlySpan<T> figures)
    {
        if (figures.Length != _counts.Length)
        {
            throw new ArgumentException($"{figures.Length} figures do not fit {_counts.Length} groups.", nameof(figures));
        }

        var customers = new T[_groupOf.Length];
        for (var i = 0; i < customers.Length; i++)
        {
            customers[i] = figures[_groupOf[i]];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(customers);
    }

    internal static void ThrowIfImpossible(PurchaseHistory history, int place)
    {
        if (history is { Repeats: >= 0, LastAge: >= 0, Age: < double.PositiveInfinity } && history.LastAge <= history.Age && (history.Repeats > 0 || history.LastAge == 0))
        {
            return;
        }

        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
            $"Customer {place} has {history.Repeats} repeats, the last at age {history.LastAge} of {history.Age}; expected 0 ≤ last age ≤ age, and a last age of 0 without repeats."));
    }

    private static int Compare(PurchaseHistory a, PurchaseHistory b)
    {
        var by = a.Repeats.CompareTo(b.Repeats);
        by = by != 0 ? by : a.Age.CompareTo(b.Age);
        return by != 0 ? by : a.LastAge.CompareTo(b.LastAge);
    }
}
