using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using Insiders.Web.Features.Programmes.Report;
using MudBlazor;

namespace Insiders.Web.Features.Programmes;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new(ProgrammeQuery.Path, () => Texts.PageProgramme, Icons.Material.Outlined.CardMembership, Role.Viewer, ShowsResult: true),
            new("/programme/report", () => Texts.PageReport, Icons.Material.Outlined.Summarize, Role.Viewer, ShowsResult: true),
        ],
        Exports =
        [
            new("programme-members", Role.Viewer, ProgrammeExports.MembersAsync),
            new("programme-events", Role.Viewer, ProgrammeExports.EventsAsync),
            new("programme-needs", Role.Viewer, ProgrammeExports.NeedsAsync),
            new("programme-decisions", Role.Viewer, ProgrammeExports.DecisionsAsync),
            new("programme-report", Role.Viewer, ReportExports.AnswersAsync),
        ],
        AddServices = services => services.AddSingleton<ProgrammeLoader>().AddSingleton<ReportLoader>(),
    };
}
