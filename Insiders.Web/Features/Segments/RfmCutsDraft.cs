using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Analysis;
using Insiders.Web.Shared.Address;

namespace Insiders.Web.Features.Segments;

/// <summary>Cut points while somebody types them.</summary>
public sealed class RfmCutsDraft
{
    /// <summary>Starts from cut points.</summary>
    public RfmCutsDraft(RfmCuts cuts)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        Recency = Typed(cuts.Recency);
        Frequency = Typed(cuts.Frequency);
        Monetary = Typed(cuts.Monetary);
    }

    /// <summary>Bounds of recency, as typed.</summary>
    public string[] Recency { get; }

    /// <summary>Bounds of frequency, as typed.</summary>
    public string[] Frequency { get; }

    /// <summary>Bounds of monetary value, as typed.</summary>
    public string[] Monetary { get; }

    /// <summary>The cut points; null while some row is not four numbers, none smaller than the one before.</summary>
    public RfmCuts? Read() => Bounds(Recency) is { } recency && Bounds(Frequency) is { } frequency && Bounds(Monetary) is { } monetary
        ? new RfmCuts { Recency = recency, Frequency = frequency, Monetary = monetary }
        : null;

    private static ImmutableArray<double>? Bounds(string[] typed) => RfmAddress.ReadBounds(string.Join(',', typed));

    private static string[] Typed(ImmutableArray<double> bounds) => [.. bounds.Select(bound => bound.ToString("R", CultureInfo.InvariantCulture))];
}
