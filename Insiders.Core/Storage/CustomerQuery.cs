using System.Collections.Immutable;

namespace Insiders.Core.Storage;

/// <summary>Which customers of a run, in which order, and which page of them.</summary>
public sealed record CustomerQuery
{
    /// <summary>Columns besides features that customers can be sorted by.</summary>
    public static ImmutableArray<string> SortableColumns { get; } = ["customer_id", "country", "cluster", "segment", "silhouette"];

    /// <summary>Only customers of one of these segments, by stable id; empty: of all, noise included.</summary>
    public ImmutableArray<long> SegmentIds { get; init; } = [];

    /// <summary>Only customers of this country; null: of all.</summary>
    public string? Country { get; init; }

    /// <summary>Only customers whose id or country contains this text, ASCII letters of either case; null or empty: all.</summary>
    public string? Text { get; init; }

    /// <summary>Only customers that meet all of these conditions.</summary>
    public ImmutableArray<FeatureRange> Ranges { get; init; } = [];

    /// <summary>A feature of the run or one of <see cref="SortableColumns"/>. Equal values go by customer id.</summary>
    public string SortBy { get; init; } = "gross_revenue";

    /// <summary>Highest first. Customers without a value come last either way.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>Customers to skip, 0 or more.</summary>
    public int Offset { get; init { ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Offset)); field = value; } }

    /// <summary>Customers per page, 1 or more.</summary>
    public int Limit { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Limit)); field = value; } } = 50;
}
