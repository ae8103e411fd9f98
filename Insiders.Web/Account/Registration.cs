using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Web.Components.Exporting;

namespace Insiders.Web.Account;

/// <summary>What people and the audit hand to the site.</summary>
public static class Registration
{
    /// <summary>Their tables as files.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("audit", Role.Admin, AccountExports.AuditAsync),
        new("people", Role.Admin, AccountExports.PeopleAsync),
    ];
}
