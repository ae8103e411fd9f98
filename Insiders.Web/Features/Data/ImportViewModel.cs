using Insiders.Core.Application.Access;
using Insiders.Core.Application.Imports;

namespace Insiders.Web.Features.Data;

/// <summary>One uploaded file, at the step it has come to.</summary>
/// <param name="Job">The job.</param>
/// <param name="Review">How it would be read; null unless that is the question.</param>
/// <param name="Outcome">What it brought; null unless it is done.</param>
public sealed record ImportViewModel(ImportJob Job, ImportReview? Review, ImportOutcome? Outcome)
{
    /// <summary>The wizard's step, 2 to 4.</summary>
    public int Step => Review is not null ? 2 : Outcome is not null ? 4 : 3;

    /// <summary>True while the worker has it, or will.</summary>
    public bool IsMoving => Job.State is ImportJobState.Queued or ImportJobState.Running;

    /// <summary>True when the worker has gone on since this was read: it took the file up, or left it.</summary>
    public bool IsOvertakenBy(ImportStatus activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return IsMoving && (activity.JobId != Job.Id || Job.State == ImportJobState.Queued);
    }

    /// <summary>Reads it.</summary>
    /// <returns>Null when there is no such job for this actor.</returns>
    public static async Task<ImportViewModel?> FindAsync(ImportService imports, Actor actor, string jobId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(imports);
        return await imports.FindAsync(actor, jobId, cancellationToken) switch
        {
            null => null,
            { State: ImportJobState.Uploaded } job => new(job, await imports.ReviewAsync(job, cancellationToken), null),
            { State: ImportJobState.Succeeded } job => new(job, null, await imports.FindOutcomeAsync(job, cancellationToken)),
            var job => new(job, null, null),
        };
    }
}
