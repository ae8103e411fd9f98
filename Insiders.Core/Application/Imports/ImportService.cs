using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Import;
using Insiders.Core.Import.Sources;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Imports;

/// <summary>From an uploaded file to sales in the ledger, and back: which files wait, how one would be read, to begin, to stop, to undo.</summary>
public sealed class ImportService(
    UploadFolder uploads, IImportJobStore jobs, IImportStore imports, IImportChoiceStore remembered, SalesLedger ledger, ImportQueue queue, ImportRegistry registry, TemplateService templates, AccessCheck access, IAuditLog audit, TimeProvider time)
{
    /// <summary>Rows that a preview shows.</summary>
    public const int PreviewRows = 50;

    /// <summary>Rows that are asked for what is doubtful before a file is loaded: about a quarter of a second.</summary>
    public const int SurveyedRows = 200_000;

    /// <summary>Rejected rows that a page shows; the file has them all.</summary>
    public const int ShownRejects = 200;

    /// <summary>The name that the import of the generated shop is kept under: it tells that the sales are invented.</summary>
    public const string GeneratedShopName = "generated-shop.csv";

    // Ended without sales: there is still something to be said about the file.
    private static readonly ImmutableArray<ImportJobState> s_ended = [ImportJobState.Interrupted, ImportJobState.Failed, ImportJobState.Cancelled];

    /// <summary>Files that somebody still has to say something about, and those at work, as far as the actor may see them.</summary>
    public async Task<ImmutableArray<ImportJob>> ListOpenAsync(Actor actor, CancellationToken cancellationToken) =>
        [.. (await jobs.ListAsync(cancellationToken)).Where(job => job.State is not (ImportJobState.Succeeded or ImportJobState.Cancelled or ImportJobState.Failed) && MaySee(actor, job))];

    /// <summary>Files of jobs that failed or were cancelled and are still there, as far as the actor may see them.</summary>
    public async Task<ImmutableArray<StoredUpload>> ListKeptAsync(Actor actor, CancellationToken cancellationToken) =>
    [
        .. from job in await jobs.ListAsync(cancellationToken)
           where job.State is ImportJobState.Failed or ImportJobState.Cancelled && MaySee(actor, job) && File.Exists(uploads.PathOf(job))
           select new StoredUpload(job, new FileInfo(uploads.PathOf(job)).Length),
    ];

    /// <summary>A job; null when there is none or the actor may not see it.</summary>
    public async Task<ImportJob?> FindAsync(Actor actor, string id, CancellationToken cancellationToken) =>
        (queue.FindUnwritten(id) ?? await jobs.FindAsync(id, cancellationToken)) is { } job && MaySee(actor, job) ? job : null;

    /// <summary>Reads the beginning of a file as it would be imported.</summary>
    public async Task<ImportReview> ReviewAsync(ImportJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var review = new ImportReview(job, ImportChoices.FromJson(job.Options));
        if (!File.Exists(uploads.PathOf(job)))
        {
            return review with { Problem = Problem.Of(ProblemCode.UploadGone) };
        }

        review = review with { Templates = await templates.ListAsync(cancellationToken) };
        if (job.Options is null && FindHead(job) is { } head)
        {
            // What was said about the last file like it, then a template that fits; the one with most headings says most.
            review = await remembered.FindAsync(head.Signature, cancellationToken) is { } before ? review with { Choices = before, IsRemembered = true }
                : review.Templates.Where(template => template.Fits(head.Headers)).MaxBy(template => template.Headings.Length) is { } fitting ? review with { Choices = fitting.Choices, TemplateName = fitting.Name }
                : review;
        }

        var shop = (await imports.ListImportsAsync(cancellationToken)).FirstOrDefault(import => import.UndoneAt is null && import.FileName == GeneratedShopName);
        return await Task.Run(() => Detect(review with { GeneratedShop = shop }, cancellationToken), cancellationToken);
    }

    /// <summary>Keeps choices with the job, so that a reload brings them back.</summary>
    public Task<Result> ChooseAsync(Actor actor, string jobId, ImportChoices choices, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return ChangeAsync(actor, jobId, [ImportJobState.Uploaded], job => jobs.SaveAsync(job with { Options = choices.ToJson() }, cancellationToken), cancellationToken);
    }

    /// <summary>Begins the import, and keeps its choices for the next file with the same headers.</summary>
    public Task<Result> StartAsync(Actor actor, ImportReview review, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(review);
        return ChangeAsync(actor, review.Job.Id, [ImportJobState.Uploaded], async job =>
        {
            if (review.Head is { } head)
            {
                await remembered.SaveAsync(head.Signature, review.Choices, actor.Id, time.GetUtcNow(), cancellationToken);
            }

            await queue.EnqueueAsync(job with { Options = review.Choices.ToJson(), RequestedBy = actor.Name }, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>Stops a job, whether it waits or is being read; one that has ended stays as it is.</summary>
    public Task<Result> CancelAsync(Actor actor, string jobId, CancellationToken cancellationToken)
        => ChangeAsync(actor, jobId, [ImportJobState.Queued, ImportJobState.Running], job => queue.CancelAsync(job.Id, cancellationToken), cancellationToken);

    /// <summary>Puts a job in line again that was cut off, failed or was cancelled.</summary>
    public Task<Result> RestartAsync(Actor actor, string jobId, CancellationToken cancellationToken)
        => ChangeAsync(actor, jobId, s_ended, job => queue.EnqueueAsync(job, cancellationToken), cancellationToken);

    /// <summary>Back to the choices, from wherever the job was cut off.</summary>
    public Task<Result> ReopenAsync(Actor actor, string jobId, CancellationToken cancellationToken)
        => ChangeAsync(actor, jobId, s_ended, job => jobs.SaveAsync(job with { State = ImportJobState.Uploaded, FinishedAt = null, Error = null }, cancellationToken), cancellationToken);

    /// <summary>Forgets an uploaded file.</summary>
    public Task<Result> DiscardAsync(Actor actor, string jobId, CancellationToken cancellationToken) => ChangeAsync(actor, jobId, [ImportJobState.Uploaded, .. s_ended], job =>
    {
        uploads.Remove(job);
        return jobs.SaveAsync(job with { State = ImportJobState.Cancelled, FinishedAt = time.GetUtcNow() }, cancellationToken);
    }, cancellationToken);

    /// <summary>Takes an import back: its sales leave the ledger, its record stays.</summary>
    public async Task<Result> UndoAsync(Actor actor, string importId, CancellationToken cancellationToken)
        => await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal ? refusal
            : await registry.UndoAsync(importId, actor.Name, cancellationToken) ? Result.Done
            : Problem.Of(ProblemCode.ImportChanged);

    /// <summary>The rejected rows of a job as a file, written down as taken.</summary>
    /// <returns>Its path and the name of the file they came from.</returns>
    public async Task<Result<(string Path, string FileName)>> TakeRejectsAsync(Actor actor, string jobId, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await FindAsync(actor, jobId, cancellationToken) is not { } job || !File.Exists(uploads.RejectsOf(job)))
        {
            return Problem.Of(ProblemCode.UploadGone);
        }

        await audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), actor.Name, "rejects.downloaded", job.FileName), cancellationToken);
        return (uploads.RejectsOf(job), job.FileName);
    }

    /// <summary>What became of a job that succeeded.</summary>
    public async Task<ImportOutcome?> FindOutcomeAsync(ImportJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var all = await imports.ListImportsAsync(cancellationToken);
        return all.FirstOrDefault(import => import.Id == job.ImportId) is { } record
            ? new(
                record,
                [.. ledger.ReadRejects(record.Id, ShownRejects)],
                File.Exists(uploads.RejectsOf(job)),
                ImportCoverage.Of(record, [.. all.Where(other => other.UndoneAt is null && other.Id != record.Id)]),
                ledger.Imports().FirstOrDefault(import => import.Id == record.Id)?.StrayDates)
            {
                Loaded = ledger.Imports().FirstOrDefault(import => import.Id == record.Id),
                Questions = ledger.Imports().FirstOrDefault(import => import.Id == record.Id)?.Questions ?? [],
            }
            : null;
    }

    // A file is its sender's, and for administrators, until its sales are on the way into the ledger, which is everybody's.
    private static bool MaySee(Actor actor, ImportJob job) =>
        job.State is ImportJobState.Queued or ImportJobState.Running or ImportJobState.Succeeded || actor.Role >= Role.Admin || job.RequestedBy == actor.Name;

    // Of the job as it stands now, whatever the page shows: somebody may have been faster.
    private async Task<Result> ChangeAsync(Actor actor, string jobId, ImmutableArray<ImportJobState> states, Func<ImportJob, Task> change, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await FindAsync(actor, jobId, cancellationToken) is not { } job || !states.Contains(job.State))
        {
            return Problem.Of(ProblemCode.ImportChanged);
        }

        await change(job);
        return Result.Done;
    }

    private SalesFileHead? FindHead(ImportJob job)
    {
        try
        {
            return SalesFileHead.Read(uploads.PathOf(job), ImportChoices.None.ToOptions(job.FileName));
        }
        catch (NotALedgerException)
        {
            return null;
        }
    }

    private ImportReview Detect(ImportReview review, CancellationToken cancellationToken)
    {
        var (path, options) = (uploads.PathOf(review.Job), review.Choices.ToOptions(review.Job.FileName));
        try
        {
            review = review with { Sheets = [.. SalesSource.SheetsOf(path)] };
            var head = SalesFileHead.Read(path, options);
            review = review with { Head = head, TemplateName = review.TemplateName ?? ImportTemplate.Find(head.Headers)?.Name, Columns = ColumnMapping.Suggest(head.Headers, options.Columns) };
            var file = SalesFile.Detect(path, options, cancellationToken);
            review = review with { Dialect = file.Dialect, Columns = file.Columns.Headers };
            review = review with { Rows = SalesPreview.Read(file, PreviewRows) };
            return review with { Survey = SalesSurvey.Take(file, SurveyedRows, time.GetUtcNow(), cancellationToken) };
        }
        catch (NotALedgerException refusal)
        {
            return review with { Problem = refusal.Problem };
        }
    }
}
