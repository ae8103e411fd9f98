using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Exports;
using Insiders.Web.Exports;

namespace Insiders.Web.Account.Audit;

/// <summary>Words the subjects and details of audit entries in the reader's language.</summary>
public static class AuditText
{
    /// <summary>What the action was about; for an export, the title of the table.</summary>
    public static string SubjectOf(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return ExportOf(entry)?.Title ?? entry.Subject;
    }

    /// <summary>Further detail; for an export, what was in the file.</summary>
    public static string? DetailOf(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return ExportOf(entry)?.Text ?? entry.Detail;
    }

    // Only entries written by an export have this format; details of others may be typed by people.
    private static ExportRecord? ExportOf(AuditEntry entry) => entry.Action is ExportService.Sent or ExportService.BrokenOff ? ExportRecord.Read(entry.Detail) : null;
}
