using System.Collections.Immutable;
using Insiders.Web.Account;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Runs;

/// <summary>What these pages hand to the site.</summary>
public static class Registration
{
    /// <summary>Their tables as files.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("segments", Policies.View, RunExports.SegmentsAsync),
        new("runs", Policies.Analyse, RunExports.RunsAsync),
        new("candidates", Policies.Analyse, RunExports.CandidatesAsync),
        new("run-segments", Policies.Analyse, RunExports.RunSegmentsAsync),
        new("clusters", Policies.Analyse, RunExports.ClustersAsync),
        new("timings", Policies.Analyse, RunExports.TimingsAsync),
        new("cleaning", Policies.Analyse, RunExports.CleaningAsync),
    ];
}
