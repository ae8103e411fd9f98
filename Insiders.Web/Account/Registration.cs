using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Web.Components.Exporting;

namespace Insiders.Web.Account;

/// <summary>The exports that accounts and the audit contribute to the site.</summary>
public static class Registration
{
    /// <summary>Their tables, for export.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("audit", Role.Admin, AccountExports.AuditAsync),
        new("people", Role.Admin, AccountExports.PeopleAsync),
    ];
}
