using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers.Rfm;

namespace Insiders.Web.Features.Segments;

/// <summary>Cut points while somebody types them, with the decimal mark of the page's language, whatever the browser's is.</summary>
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

    // Without marks of thousands: what one language takes for them is the other's decimal mark.
    private static ImmutableArray<double>? Bounds(string[] typed)
    {
        ImmutableArray<double> bounds = [.. typed.Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.CurrentCulture, out var bound) ? bound : double.NaN)];
        return RfmCuts.AreBounds(bounds) ? bounds : null;
    }

    private static string[] Typed(ImmutableArray<double> bounds) => [.. bounds.Select(bound => bound.ToString("R", CultureInfo.CurrentCulture))];
}
