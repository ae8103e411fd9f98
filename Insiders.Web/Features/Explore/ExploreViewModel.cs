using System.Collections.Immutable;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Segments;

namespace Insiders.Web.Features.Explore;

/// <summary>What the map of customers shows for one address.</summary>
public sealed record ExploreViewModel
{
    /// <summary>Customers on one page of the list.</summary>
    public const int PageSize = 25;

    /// <summary>Differences shown.</summary>
    private const int Differing = 8;

    /// <summary>The published run.</summary>
    public required PublishedRun Published { get; init; }

    /// <summary>The address.</summary>
    public required ExploreQuery State { get; init; }

    /// <summary>Who is seen and picked.</summary>
    public required CustomerPick Pick { get; init; }

    /// <summary>The audience of the address; null when it names none, or one that is not there.</summary>
    public required Audience? Audience { get; init; }

    /// <summary>How many customers of this run the audience has.</summary>
    public required int AudienceCustomers { get; init; }

    /// <summary>Members of the audience that the run does not have, by id.</summary>
    public required ImmutableArray<string> Gone { get; init; }

    /// <summary>What those picked are like.</summary>
    public required GroupProfile Profile { get; init; }

    /// <summary>What everybody is like.</summary>
    public required GroupProfile Base { get; init; }

    /// <summary>Where those picked differ most from everybody; empty when they are everybody or nobody.</summary>
    public required ImmutableArray<FeatureDifference> Differences { get; init; }

    /// <summary>The segments of those picked.</summary>
    public required ImmutableArray<SegmentPart> Segments { get; init; }

    /// <summary>The page of the list, in its order.</summary>
    public required ImmutableArray<int> PageRows { get; init; }

    /// <summary>Pages of the list.</summary>
    public required int Pages { get; init; }

    /// <summary>The row searched for; null when nothing was, or nobody has the id.</summary>
    public required int? Found { get; init; }

    /// <summary>The published run.</summary>
    public CustomerTable Customers => Published.Customers;

    /// <summary>True where some are picked but not everybody.</summary>
    public bool IsSome => Pick.Picked.Length > 0 && Pick.Picked.Length < Customers.Count;

    /// <summary>True where those picked can be saved: some, and not just the audience that is open.</summary>
    public bool CanSave => IsSome && (Audience is null || Pick.Picked.Length != AudienceCustomers);

    /// <summary>Works everything out.</summary>
    /// <param name="published">The published run.</param>
    /// <param name="state">The address.</param>
    /// <param name="audience">Its audience; null when it names none, or one that is not there.</param>
    public static ExploreViewModel Of(PublishedRun published, ExploreQuery state, AudiencePresence? audience)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(state);
        var customers = published.Customers;
        var pick = CustomerPick.Of(customers, state, audience?.Rows);
        var isSome = pick.Picked.Length > 0 && pick.Picked.Length < customers.Count;
        var everybody = customers.Profile(customers.Everybody);
        var pages = Math.Max((pick.Picked.Length + PageSize - 1) / PageSize, 1);
        return new ExploreViewModel
        {
            Published = published,
            State = state with { Page = Math.Min(state.Page, pages) },
            Pick = pick,
            Audience = audience?.Audience,
            AudienceCustomers = audience?.Rows.Length ?? 0,
            Gone = audience?.Gone ?? [],
            Profile = pick.Picked.Length == customers.Count ? everybody : customers.Profile(pick.Picked),
            Base = everybody,
            Differences = isSome ? [.. FeatureDifferences.Of(customers, pick.Picked).Take(Differing)] : [],
            Segments = SegmentPart.Of(customers, pick.Picked),
            PageRows = [.. customers.Sort(pick.Picked, state.Order).Skip((Math.Min(state.Page, pages) - 1) * PageSize).Take(PageSize)],
            Pages = pages,
            Found = state.Find.Length == 0 ? null : customers.FindRow(state.Find),
        };
    }
}
