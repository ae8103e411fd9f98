using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using MudBlazor;

namespace Insiders.Web.Features.Runs;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new("/runs", () => Texts.PageRuns, Icons.Material.Outlined.PlayCircle, Role.Analyst),
        ],
        Exports =
        [
            new("segments", Role.Viewer, RunExports.SegmentsAsync),
            new("runs", Role.Analyst, RunExports.RunsAsync),
            new("candidates", Role.Analyst, RunExports.CandidatesAsync),
            new("run-segments", Role.Analyst, RunExports.RunSegmentsAsync),
            new("clusters", Role.Analyst, RunExports.ClustersAsync),
            new("timings", Role.Analyst, RunExports.TimingsAsync),
            new("cleaning", Role.Analyst, RunExports.CleaningAsync),
        ],
    };
}
