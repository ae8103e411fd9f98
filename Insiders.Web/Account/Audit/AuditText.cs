using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Exports;
using Insiders.Web.Exports;

namespace Insiders.Web.Account.Audit;

/// <summary>What entries of the audit are about, in the reader's language.</summary>
public static class AuditText
{
    /// <summary>To what something was done; the title of a table that was exported.</summary>
    public static string SubjectOf(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return ExportOf(entry)?.Title ?? entry.Subject;
    }

    /// <summary>More about it; of an export what was in the file.</summary>
    public static string? DetailOf(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return ExportOf(entry)?.Text ?? entry.Detail;
    }

    // Only of entries that an export wrote: others have details that people typed.
    private static ExportRecord? ExportOf(AuditEntry entry) => entry.Action is ExportService.Sent or ExportService.BrokenOff ? ExportRecord.Read(entry.Detail) : null;
}
