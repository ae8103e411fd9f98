using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Problems;
using Microsoft.Extensions.Logging;

namespace Insiders.Core.Application.Exports;

/// <summary>Decides who may export a table, and records exports in the audit.</summary>
public sealed class ExportService(AccessCheck access, IAuditLog audit, TimeProvider time, ILogger<ExportService> log)
{
    /// <summary>Audit action of a file that was sent completely.</summary>
    public const string Sent = "export.sent";

    /// <summary>Audit action of a file that was cut off: part of it may have arrived.</summary>
    public const string BrokenOff = "export.broken-off";

    /// <summary>Checks whether an actor may export a table.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="least">The lowest role that may export the table.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Null when the actor may; otherwise the problem to return.</returns>
    public Task<Problem?> RefuseAsync(Actor actor, Role least, CancellationToken cancellationToken) => access.RefuseAsync(actor, least, cancellationToken);

    /// <summary>Records an export in the audit.</summary>
    /// <param name="actor">Who exported it.</param>
    /// <param name="subject">The table's key, or the name of a chart.</param>
    /// <param name="detail">Format, conditions and number of rows.</param>
    /// <param name="isWhole">True when it was sent completely.</param>
    /// <remarks>The file has already left, so a database that cannot be written is logged and not thrown.</remarks>
    public async Task NoteAsync(Actor actor, string subject, string detail, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(actor);
        try
        {
            await audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), actor.Name, isWhole ? Sent : BrokenOff, subject, detail), CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The audit could not be told that {Person} exported {Table}.", actor.Name, subject);
        }
    }
}
