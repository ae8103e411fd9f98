using System.Security.Claims;
using Insiders.Core.Storage;
using Insiders.Web.Hosting;

namespace Insiders.Web.Exports;

/// <summary>Writes down which tables left the site as files: who took what, under which filter, how many rows.</summary>
public sealed class ExportAudit(AuditLog log, TimeProvider time, ILogger<ExportAudit> logger)
{
    /// <summary>The action of a file that was sent to its end.</summary>
    public const string Sent = "export.sent";

    /// <summary>The action of a file that was not: some of it may have arrived.</summary>
    public const string BrokenOff = "export.broken-off";

    /// <summary>Adds an entry.</summary>
    /// <param name="person">Who asked for it.</param>
    /// <param name="subject">The table's key, or the name of a chart.</param>
    /// <param name="file">What it was.</param>
    /// <param name="isWhole">True when it was sent to its end.</param>
    /// <remarks>Nothing stops it but a database that cannot be written, which the log tells: the file has left by then.</remarks>
    public async Task AddAsync(ClaimsPrincipal person, string subject, ExportRecord file, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            await log.AddAsync(new AuditEntry(0, time.GetUtcNow(), Acting.Name(person), isWhole ? Sent : BrokenOff, subject, file.Write()), CancellationToken.None);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The audit could not be told that {Person} exported {Table}.", Acting.Name(person), subject);
        }
    }
}
