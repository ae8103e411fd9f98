using System.Collections.Immutable;
using Insiders.Web.Account;
using Insiders.Web.Features.Data;
using Insiders.Web.Features.Explore;
using Insiders.Web.Features.Map;
using Insiders.Web.Features.Runs;

namespace Insiders.Web.Shared.Exports;

/// <summary>Every table that can be had as a file: the endpoints and their tests read this list.</summary>
public static class ExportCatalog
{
    /// <summary>The tables.</summary>
    public static ImmutableArray<ExportEntry> All { get; } =
    [
        new("segments", Policies.View, RunExports.SegmentsAsync),
        new("imports", Policies.Analyse, DataExports.ImportsAsync),
        new("rejects", Policies.Analyse, DataExports.RejectsAsync),
        new("runs", Policies.Analyse, RunExports.RunsAsync),
        new("candidates", Policies.Analyse, RunExports.CandidatesAsync),
        new("cleaning", Policies.Analyse, RunExports.CleaningAsync),
        new("audit", Policies.Administer, AccountExports.AuditAsync),
        new("people", Policies.Administer, AccountExports.PeopleAsync),
        new("countries", Policies.View, MapExports.CountriesAsync),
        new("picked", Policies.View, ExploreExports.PickedAsync),
    ];
}
