using Insiders.Core.Storage;
using Insiders.Web.Shared;

namespace Insiders.Web.Features.Data;

/// <summary>One uploaded file, at the step it has come to.</summary>
/// <param name="Job">The job.</param>
/// <param name="Review">How it would be read; null unless that is the question.</param>
/// <param name="Outcome">What it brought; null unless it is done.</param>
public sealed record ImportView(ImportJob Job, ImportReview? Review, ImportOutcome? Outcome)
{
    /// <summary>The wizard's step, 2 to 4.</summary>
    public int Step => Review is not null ? 2 : Outcome is not null ? 4 : 3;

    /// <summary>True while the worker has it, or will.</summary>
    public bool IsMoving => Job.State is ImportJobState.Queued or ImportJobState.Running;

    /// <summary>Reads it.</summary>
    /// <returns>Ready with null when there is no such job.</returns>
    public static async Task<LoadState<ImportView?>> LoadAsync(ImportDesk desk, string jobId, ILogger log, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(desk);
        try
        {
            return new LoadState<ImportView?>.Ready(await desk.FindAsync(jobId, cancellationToken) switch
            {
                null => null,
                { State: ImportJobState.Uploaded } job => new(job, await desk.ReviewAsync(job, cancellationToken), null),
                { State: ImportJobState.Succeeded } job => new(job, null, await desk.OutcomeAsync(job, cancellationToken)),
                var job => new(job, null, null),
            });
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The import {Job} could not be read.", jobId);
            return new LoadState<ImportView?>.Failed(ProblemTexts.Of(failure));
        }
    }
}
