using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;

namespace Insiders.Core.Segments.Stages;

/// <summary>How many members of a group are what a name, a sentence or a plan may say of them.</summary>
public sealed record MemberCounts
{
    /// <summary>All of them.</summary>
    public required int Customers { get; init; }

    /// <summary>Who is <see cref="CustomerStage.New"/>.</summary>
    public required int New { get; init; }

    /// <summary>Who is <see cref="CustomerStage.Active"/>.</summary>
    public required int Active { get; init; }

    /// <summary>Who is <see cref="CustomerStage.Slipping"/>.</summary>
    public required int Slipping { get; init; }

    /// <summary>Who is <see cref="CustomerStage.Dormant"/>.</summary>
    public required int Dormant { get; init; }

    /// <summary>Who is <see cref="CustomerStage.Lost"/>.</summary>
    public required int Lost { get; init; }

    /// <summary>Who spent less than the average customer of the base.</summary>
    public required int BelowAverage { get; init; }

    /// <summary>Who has more than one invoice.</summary>
    public required int Repeat { get; init; }

    /// <summary>Who is in a stage.</summary>
    public int Of(CustomerStage stage) => stage switch
    {
        CustomerStage.New => New,
        CustomerStage.Active => Active,
        CustomerStage.Slipping => Slipping,
        CustomerStage.Dormant => Dormant,
        _ => Lost,
    };

    /// <summary>Counts one group.</summary>
    /// <param name="members">Its rows.</param>
    /// <param name="stages">The stage of every customer, by row.</param>
    /// <param name="revenue">Revenue of every customer, by row.</param>
    /// <param name="invoices">Invoices of every customer, by row.</param>
    /// <param name="averageRevenue">Mean revenue of the base.</param>
    public static MemberCounts Of(
        IEnumerable<int> members, IReadOnlyList<CustomerStage> stages, IReadOnlyList<double> revenue, IReadOnlyList<double> invoices, double averageRevenue)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(stages);
        ArgumentNullException.ThrowIfNull(revenue);
        ArgumentNullException.ThrowIfNull(invoices);
        var (customers, below, repeat) = (0, 0, 0);
        var ofStage = new int[Enum.GetValues<CustomerStage>().Length];
        foreach (var row in members)
        {
            customers++;
            ofStage[(int)stages[row]]++;
            below += revenue[row] < averageRevenue ? 1 : 0;
            repeat += invoices[row] > 1 ? 1 : 0;
        }

        return new MemberCounts
        {
            Customers = customers,
            New = ofStage[(int)CustomerStage.New],
            Active = ofStage[(int)CustomerStage.Active],
            Slipping = ofStage[(int)CustomerStage.Slipping],
            Dormant = ofStage[(int)CustomerStage.Dormant],
            Lost = ofStage[(int)CustomerStage.Lost],
            BelowAverage = below,
            Repeat = repeat,
        };
    }

    /// <summary>Counts every group of a partition.</summary>
    /// <param name="labels">The group of every customer, or <see cref="Partition.Noise"/>.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="stages">As for <see cref="Of(IEnumerable{int}, IReadOnlyList{CustomerStage}, IReadOnlyList{double}, IReadOnlyList{double}, double)"/>.</param>
    /// <param name="revenue">Likewise.</param>
    /// <param name="invoices">Likewise.</param>
    /// <returns>One per group, by group number; shares and averages are of all customers, noise included.</returns>
    public static ImmutableArray<MemberCounts> OfGroups(
        ImmutableArray<int> labels, int groups, IReadOnlyList<CustomerStage> stages, IReadOnlyList<double> revenue, IReadOnlyList<double> invoices)
    {
        var average = revenue.DefaultIfEmpty().Average();
        var members = Enumerable.Range(0, labels.Length).Where(row => labels[row] != Partition.Noise).ToLookup(row => labels[row]);
        return [.. Enumerable.Range(0, groups).Select(group => Of(members[group], stages, revenue, invoices, average))];
    }

    /// <summary>The counts of two groups together.</summary>
    public static MemberCounts operator +(MemberCounts one, MemberCounts other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new MemberCounts
        {
            Customers = one.Customers + other.Customers,
            New = one.New + other.New,
            Active = one.Active + other.Active,
            Slipping = one.Slipping + other.Slipping,
            Dormant = one.Dormant + other.Dormant,
            Lost = one.Lost + other.Lost,
            BelowAverage = one.BelowAverage + other.BelowAverage,
            Repeat = one.Repeat + other.Repeat,
        };
    }

    /// <summary>The same as the operator.</summary>
    public static MemberCounts Add(MemberCounts left, MemberCounts right) => left + right;
}
