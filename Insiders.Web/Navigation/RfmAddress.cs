using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers.Rfm;

namespace Insiders.Web.Navigation;

/// <summary>Cut points of the RFM scores as part of an address: <c>?r=14,33,72,180&amp;f=1,2,4,6&amp;m=200,500,1000,3000</c>. A score without cut points is cut into fifths.</summary>
public static class RfmAddress
{
    /// <summary>Bounds of recency.</summary>
    public const string Recency = "r";

    /// <summary>Bounds of frequency.</summary>
    public const string Frequency = "f";

    /// <summary>Bounds of monetary value.</summary>
    public const string Monetary = "m";

    /// <summary>Only the cut points of an address, which a page passes on to the pages it links to.</summary>
    public static AddressQuery Of(AddressQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new([.. query.Pairs.Where(pair => pair.Key is Recency or Frequency or Monetary)]);
    }

    /// <summary>The cut points in an address; bounds that cannot be parsed are those of fifths.</summary>
    public static RfmCuts Read(AddressQuery query, RfmCuts quintiles)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(quintiles);
        return new RfmCuts
        {
            Recency = ReadBounds(query.Find(Recency)) ?? quintiles.Recency,
            Frequency = ReadBounds(query.Find(Frequency)) ?? quintiles.Frequency,
            Monetary = ReadBounds(query.Find(Monetary)) ?? quintiles.Monetary,
        };
    }

    /// <summary>Writes cut points to an address; those of fifths are omitted, so that they follow the data.</summary>
    public static AddressQuery Write(AddressQuery query, RfmCuts cuts, RfmCuts quintiles)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(cuts);
        ArgumentNullException.ThrowIfNull(quintiles);
        return query.WithUnless(Recency, Text(cuts.Recency), Text(quintiles.Recency))
            .WithUnless(Frequency, Text(cuts.Frequency), Text(quintiles.Frequency))
            .WithUnless(Monetary, Text(cuts.Monetary), Text(quintiles.Monetary));
    }

    /// <summary>Parses bounds as typed; null unless they are four finite numbers in ascending order, ties allowed.</summary>
    public static ImmutableArray<double>? ReadBounds(string? text)
    {
        var bounds = ImmutableArray.CreateBuilder<double>(RfmCuts.Bounds);
        foreach (var part in text?.Split(',') ?? [])
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound))
            {
                return null;
            }

            bounds.Add(bound);
        }

        return bounds.ToImmutable() is var read && RfmCuts.AreBounds(read) ? read : null;
    }

    /// <summary>Bounds as written in an address.</summary>
    public static string Text(IEnumerable<double> bounds) => string.Join(',', bounds.Select(bound => bound.ToString("R", CultureInfo.InvariantCulture)));
}
