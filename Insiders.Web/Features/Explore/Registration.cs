using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Web.Components.Exporting;

namespace Insiders.Web.Features.Explore;

/// <summary>What these pages hand to the site.</summary>
public static class Registration
{
    /// <summary>Their tables as files.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("picked", Role.Viewer, ExploreExports.PickedAsync) { HasMoreColumns = true },
        new("picked-differences", Role.Viewer, ExploreExports.DifferencesAsync),
        new("audience", Role.Viewer, AudienceExports.MembersAsync) { HasMoreColumns = true },
        new("audiences", Role.Viewer, ExploreExports.AudiencesAsync),
    ];
}
