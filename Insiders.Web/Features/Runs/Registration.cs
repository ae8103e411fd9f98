using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Web.Components.Exporting;

namespace Insiders.Web.Features.Runs;

/// <summary>What these pages hand to the site.</summary>
public static class Registration
{
    /// <summary>Their tables as files.</summary>
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
