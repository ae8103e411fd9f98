using System.Collections.Immutable;
using Insiders.Web.Account;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Explore;

/// <summary>What these pages hand to the site.</summary>
public static class Registration
{
    /// <summary>Their tables as files.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("picked", Policies.View, ExploreExports.PickedAsync) { HasMoreColumns = true },
        new("picked-differences", Policies.View, ExploreExports.DifferencesAsync),
        new("audience", Policies.View, AudienceExports.MembersAsync) { HasMoreColumns = true },
        new("audiences", Policies.View, ExploreExports.AudiencesAsync),
    ];
}
