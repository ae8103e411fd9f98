using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;

namespace Insiders.Web.Features.Explore;

/// <summary>Outlines as part of an address, in the coordinates of the map of customers: <c>1.5,-2;3,4;0,7</c>.</summary>
public static class OutlineText
{
    /// <summary>Corners that are read at most: more than a browser draws, fewer than make an address a burden.</summary>
    public const int MostCorners = 200;

    /// <summary>A lasso; null when the text is none.</summary>
    public static Polygon? ReadLasso(string? text) => Read(text) is { Length: >= 3 } corners ? new Polygon(corners) : null;

    /// <summary>A box by two opposite corners, or by its four; null when the text is none.</summary>
    public static Polygon? ReadBox(string? text) => Read(text) switch
    {
        [var one, var other] => Polygon.Box(one.X, one.Y, other.X, other.Y),
        [var one, _, var other, _] => Polygon.Box(one.X, one.Y, other.X, other.Y),
        _ => null,
    };

    private static ImmutableArray<(double X, double Y)> Read(string? text)
    {
        var corners = (text ?? "").Split(';');
        if (corners.Length > MostCorners)
        {
            return [];
        }

        var read = ImmutableArray.CreateBuilder<(double, double)>(corners.Length);
        foreach (var corner in corners)
        {
            if (corner.Split(',') is not [var across, var along] || !TryRead(across, out var x) || !TryRead(along, out var y))
            {
                return [];
            }

            read.Add((x, y));
        }

        return read.ToImmutable();
    }

    private static bool TryRead(string text, out double value)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
