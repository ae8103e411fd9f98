using System.Collections.Immutable;
using Insiders.Core.Application.Outlooks;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Problems;
using Insiders.Core.Statistics.Revenue;

namespace Insiders.Web.Features.Value;

/// <summary>What customers are expected to bring in.</summary>
/// <param name="Published">The published run.</param>
/// <param name="Query">What is asked for.</param>
/// <param name="Outlook">What is expected of customers; null while it is being computed.</param>
/// <param name="Forecasts">How revenue goes on; null while it is being computed.</param>
/// <param name="Members">What the members of the programme are expected to bring in.</param>
public sealed record ValueViewModel(PublishedRun Published, ValueQuery Query, BaseOutlook? Outlook, RevenueForecasts? Forecasts, ProgrammeOutlook Members)
{
    private const int Year = 365;

    /// <summary>True while something is being computed.</summary>
    public bool IsPending => Outlook is null || Forecasts is null;

    /// <summary>Why nothing can be said; null when something can.</summary>
    public Problem? Problem => Outlook?.Problem is { } text ? Problem.FromText(text) : null;

    /// <summary>The forecast that is asked for; null while it is being computed, and for a segment that is gone.</summary>
    public RevenueForecast? Forecast => (Query.Group == OutlookGroup.Members ? Members.Forecasts : Forecasts)?.Find(Query.Group, Query.SegmentId, Query.Unit);

    /// <summary>Groups: the base, the members where there are some, then the segments as in the run.</summary>
    public ImmutableArray<GroupOutlook> Groups
        => Outlook?.Groups is not [var everybody, .. var segments] ? [] : Members.Expected?.Group is { Customers: > 0 } members ? [everybody, members, .. segments] : [everybody, .. segments];

    /// <summary>The programme over the next year, from which scenarios start; null where nothing is known of money.</summary>
    public ScenarioBase? Programme
    {
        get
        {
            if (Members.Expected?.Group is not { Customers: > 0 } members || members.Horizons.FirstOrDefault(horizon => horizon.Days == Year) is not { Money: { } money, Orders: > 0 } year)
            {
                return null;
            }

            var leaving = 1 - (members.Staying / members.Customers);
            return leaving < 1 ? new ScenarioBase(members.Customers, money / year.Orders, year.Orders / (members.Customers * (1 - leaving)), leaving) : null;
        }
    }

    /// <summary>The scenario that is asked for, a line per lever; empty without a programme.</summary>
    public ImmutableArray<ScenarioStep> Scenario
        => Programme is { } programme ? Core.Statistics.Revenue.Scenario.Work(programme, Query.Levers.ToDictionary(lever => lever.Key, lever => lever.Value / 100)) : [];
}
