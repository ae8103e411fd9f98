using System.Collections.Immutable;
using Insiders.Core.Application.Holdouts;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.PublishedRuns;

namespace Insiders.Web.Features.Value;

/// <summary>The hold-outs, and the one that is read.</summary>
/// <param name="Published">The published run.</param>
/// <param name="Members">The members of the programme.</param>
/// <param name="All">All of them, newest first.</param>
/// <param name="Report">The one in the address; null without one.</param>
public sealed record HoldoutsViewModel(PublishedRun Published, ProgrammeMembers Members, ImmutableArray<Holdout> All, HoldoutReport? Report)
{
    /// <summary>The page's address.</summary>
    public const string Path = "/value/holdouts";

    /// <summary>The key of a hold-out in addresses.</summary>
    public const string IdKey = "id";
}
