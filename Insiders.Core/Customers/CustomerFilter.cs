using System.Collections.Immutable;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Customers;

/// <summary>Which customers of a base: those that meet every condition given.</summary>
public sealed record CustomerFilter
{
    /// <summary>Everybody.</summary>
    public static CustomerFilter None { get; } = new();

    /// <summary>Of one of these segments, by stable id; empty: of all, noise included.</summary>
    public ImmutableArray<long> SegmentIds { get; init; } = [];

    /// <summary>In one of these stages; empty: in any. Where stages are not known nobody is in one.</summary>
    public ImmutableArray<CustomerStage> Stages { get; init; } = [];

    /// <summary>Of one of these countries; empty: of all.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Whose id contains this text, letters of either case, or whose country is meant by it (<see cref="Cleaning.CountryCatalog.IsMeant"/>); empty: all.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whose features lie within these bounds, ends included.</summary>
    public ImmutableArray<FeatureRange> Ranges { get; init; } = [];

    /// <summary>Who bought in this month, given by its first day; null: whenever.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>Of these, whom somebody gave a name; null: of all.</summary>
    public NamedCustomers? Among { get; init; }

    /// <summary>True when nobody is left out.</summary>
    public bool IsNone => Among is null && SegmentIds.IsEmpty && Stages.IsEmpty && Countries.IsEmpty && Text.Length == 0 && Ranges.IsEmpty && Month is null;
}
