using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Statistics.Revenue;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Value;

/// <summary>What the page of what comes next is asked for.</summary>
/// <param name="Group">Whose revenue is forecast.</param>
/// <param name="SegmentId">The segment, where it is one.</param>
/// <param name="Unit">Weeks or months.</param>
/// <param name="Levers">What a scenario changes, in percent; without those that stay.</param>
public sealed record ValueQuery(OutlookGroup Group, long? SegmentId, PeriodUnit Unit, ImmutableDictionary<ScenarioLever, double> Levers)
{
    /// <summary>The page's address.</summary>
    public const string Path = "/value";

    /// <summary>The largest change of a scenario, in percent.</summary>
    public const double Most = 1_000;

    private const string GroupKey = "group", UnitKey = "unit", Members = "members", Weeks = "week";

    private static readonly ImmutableArray<(ScenarioLever Lever, string Key)> s_keys =
        [(ScenarioLever.Members, "more-members"), (ScenarioLever.OrderAmount, "more-per-order"), (ScenarioLever.OrdersPerMember, "more-orders"), (ScenarioLever.LeavingShare, "leaving")];

    /// <summary>What the page is asked for at first.</summary>
    public static ValueQuery Standard { get; } = new(OutlookGroup.Base, null, PeriodUnit.Month, ImmutableDictionary<ScenarioLever, double>.Empty);

    /// <summary>Reads an address; what it does not say, or says wrongly, is as at first.</summary>
    public static ValueQuery Read(AddressQuery address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var group = address.Find(GroupKey);
        var segment = long.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        var levers = ImmutableDictionary.CreateBuilder<ScenarioLever, double>();
        foreach (var (lever, key) in s_keys)
        {
            if (double.TryParse(address.Find(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is >= -100 and <= Most && percent != 0)
            {
                levers[lever] = percent;
            }
        }

        return new(segment is null ? group == Members ? OutlookGroup.Members : OutlookGroup.Base : OutlookGroup.Segment, segment, address.Find(UnitKey) == Weeks ? PeriodUnit.Week : PeriodUnit.Month, levers.ToImmutable());
    }

    /// <summary>The address of the page as asked for.</summary>
    public string Address()
    {
        var query = AddressQuery.Empty
            .WithUnless(GroupKey, Group switch { OutlookGroup.Members => Members, OutlookGroup.Segment => SegmentId?.ToString(CultureInfo.InvariantCulture), _ => null }, "")
            .WithUnless(UnitKey, Unit == PeriodUnit.Week ? Weeks : null, "");
        return s_keys.Where(pair => Levers.GetValueOrDefault(pair.Lever) != 0)
            .Aggregate(query, (some, pair) => some.With(pair.Key, [Levers[pair.Lever].ToString(CultureInfo.InvariantCulture)])).To(Path);
    }
}
