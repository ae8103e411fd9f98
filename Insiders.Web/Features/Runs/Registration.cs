using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Web.Components.Exporting;

namespace Insiders.Web.Features.Runs;

/// <summary>What this feature registers with the site.</summary>
public static class Registration
{
    /// <summary>Its exports.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("segments", Role.Viewer, RunExports.SegmentsAsync),
        new("runs", Role.Analyst, RunExports.RunsAsync),
        new("candidates", Role.Analyst, RunExports.CandidatesAsync),
        new("run-segments", Role.Analyst, RunExports.RunSegmentsAsync),
        new("clusters", Role.Analyst, RunExports.ClustersAsync),
        new("timings", Role.Analyst, RunExports.TimingsAsync),
        new("cleaning", Role.Analyst, RunExports.CleaningAsync),
    ];
}
