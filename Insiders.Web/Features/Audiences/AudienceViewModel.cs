using System.Collections.Immutable;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Audiences;

/// <summary>One audience: who belongs to it, what they are worth, and how it changed.</summary>
public sealed record AudienceViewModel
{
    /// <summary>The published run.</summary>
    public required PublishedRun Run { get; init; }

    /// <summary>Its customers in the run.</summary>
    public required AudiencePresence Presence { get; init; }

    /// <summary>Its changes, oldest first; empty for a fixed list.</summary>
    public required ImmutableArray<AudienceStep> Steps { get; init; }

    /// <summary>What its customers are like; null when it has none.</summary>
    public required GroupProfile? Profile { get; init; }

    /// <summary>What everybody is like.</summary>
    public required GroupProfile Base { get; init; }

    /// <summary>Its customers by stage; null when stages are not available.</summary>
    public required MemberCounts? Stages { get; init; }

    /// <summary>Its customers by segment, the largest first.</summary>
    public required ImmutableArray<SegmentPart> Segments { get; init; }

    /// <summary>The audience.</summary>
    public Audience Audience => Presence.Audience;

    /// <summary>The conditions of its rule in words; empty for a fixed list.</summary>
    public IEnumerable<string> Conditions => Audience.Rule is { } rule ? FilterText.Of(rule, Run.Customers).Select(condition => condition.Text) : [];

    /// <summary>The latest change; null for a fixed list, and for a rule that one run alone has answered.</summary>
    public AudienceStep? Latest => Steps.Length > 1 ? Steps[^1] : null;

    /// <summary>Who came and who went, the latest first.</summary>
    public ImmutableArray<AudienceChange> Changes => AudienceChange.Of(Steps);

    /// <summary>Works out what is shown.</summary>
    public static AudienceViewModel Of(PublishedRun run, AudienceDetails details)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(details);
        var (customers, rows) = (run.Customers, details.Presence.Rows);
        return new()
        {
            Run = run,
            Presence = details.Presence,
            Steps = details.Steps,
            Profile = rows.IsEmpty ? null : customers.Profile(rows),
            Base = customers.Profile(customers.Everybody),
            Stages = rows.IsEmpty ? null : customers.CountMembers(rows),
            Segments = SegmentPart.Of(customers, rows),
        };
    }
}
