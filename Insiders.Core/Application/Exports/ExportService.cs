using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Problems;
using Microsoft.Extensions.Logging;

namespace Insiders.Core.Application.Exports;

/// <summary>Who may take a table as a file, and what the audit is told of it.</summary>
public sealed class ExportService(AccessCheck access, IAuditLog audit, TimeProvider time, ILogger<ExportService> log)
{
    /// <summary>The action of a file that was sent to its end.</summary>
    public const string Sent = "export.sent";

    /// <summary>The action of a file that was not: some of it may have arrived.</summary>
    public const string BrokenOff = "export.broken-off";

    /// <summary>Whether somebody may take a table.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="least">The role that the table is for.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Null for somebody who may.</returns>
    public Task<Problem?> RefuseAsync(Actor actor, Role least, CancellationToken cancellationToken) => access.RefuseAsync(actor, least, cancellationToken);

    /// <summary>Writes down what left the site.</summary>
    /// <param name="actor">Who took it.</param>
    /// <param name="subject">The table's key, or the name of a chart.</param>
    /// <param name="detail">What it was: format, conditions, rows.</param>
    /// <param name="isWhole">True when it was sent to its end.</param>
    /// <remarks>Nothing stops it but a database that cannot be written, which the log tells: the file has left by then.</remarks>
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
