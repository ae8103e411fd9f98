using System.Collections.Immutable;
using System.Security.Claims;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Storage;
using Insiders.Web.Account;
using Insiders.Web.Api;
using Insiders.Web.Hosting;
using Insiders.Web.Hosting.Data;
using Insiders.Web.Hosting.Imports;

namespace Insiders.Web.Features.Data;

/// <summary>What the wizard asks: which files wait, how one would be read, and to begin.</summary>
public sealed class ImportDesk(UploadArea area, ImportJobStore jobs, RunStore store, SettingsStore settings, SalesLedger ledger, ImportQueue queue, TimeProvider time)
{
    /// <summary>Rows that a preview shows.</summary>
    public const int PreviewRows = 50;

    /// <summary>Rejected rows that a page shows; the file has them all.</summary>
    public const int ShownRejects = 200;

    /// <summary>Files that somebody still has to say something about, and those at work, as far as a person may see them; all of them where the program itself asks.</summary>
    public async Task<ImmutableArray<ImportJob>> OpenJobsAsync(ClaimsPrincipal? person, CancellationToken cancellationToken) =>
        [.. (await jobs.ListAsync(cancellationToken)).Where(job => job.State is not (ImportJobState.Succeeded or ImportJobState.Cancelled or ImportJobState.Failed) && MaySee(person, job))];

    /// <summary>Files of jobs that failed or were cancelled and are still there, as far as a person may see them.</summary>
    public async Task<ImmutableArray<KeptUpload>> KeptUploadsAsync(ClaimsPrincipal? person, CancellationToken cancellationToken) =>
    [
        .. from job in await jobs.ListAsync(cancellationToken)
           where job.State is ImportJobState.Failed or ImportJobState.Cancelled && MaySee(person, job) && File.Exists(area.PathOf(job))
           select new KeptUpload(job, new FileInfo(area.PathOf(job)).Length),
    ];

    /// <summary>One job; null when there is none, or it is not for this person.</summary>
    public async Task<ImportJob?> FindAsync(string id, ClaimsPrincipal? person, CancellationToken cancellationToken) =>
        (queue.FindUnwritten(id) ?? await jobs.FindAsync(id, cancellationToken)) is { } job && MaySee(person, job) ? job : null;

    // A file is its sender's, and for administrators, until its sales are on the way into the ledger, which is everybody's.
    private static bool MaySee(ClaimsPrincipal? person, ImportJob job) =>
        person is null || job.State is ImportJobState.Queued or ImportJobState.Running or ImportJobState.Succeeded || person?.IsInRole(Roles.Admin) == true || job.RequestedBy == Acting.Name(person);

    /// <summary>Reads the beginning of a file as it would be imported.</summary>
    public async Task<ImportReview> ReviewAsync(ImportJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var review = new ImportReview(job, ImportChoices.FromJson(job.Options));
        if (!File.Exists(area.PathOf(job)))
        {
            return review with { Problem = Texts.DataImportFileGone };
        }

        if (job.Options is null && await RememberedAsync(job, cancellationToken) is { } remembered)
        {
            review = review with { Choices = remembered, IsRemembered = true };
        }

        var shop = (await store.ListImportsAsync(cancellationToken)).FirstOrDefault(import => import.UndoneAt is null && import.FileName == DemoShop.FileName);
        return await Task.Run(() => Detect(review with { GeneratedShop = shop }, cancellationToken), cancellationToken);
    }

    /// <summary>Keeps choices with the job, so that a reload brings them back.</summary>
    public async Task<ImportJob> ChooseAsync(ImportJob job, ImportChoices choices, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(choices);
        var chosen = job with { Options = choices.ToJson() };
        await jobs.SaveAsync(chosen, cancellationToken);
        return chosen;
    }

    /// <summary>Begins the import, and keeps its choices for the next file with the same headers.</summary>
    public async Task StartAsync(ImportReview review, string actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        var choices = review.Choices.ToJson();
        if (review.Head is { } head)
        {
            await settings.SaveAsync(KeyOf(head), choices, actor, time.GetUtcNow(), cancellationToken);
        }

        await queue.EnqueueAsync(review.Job with { Options = choices, RequestedBy = actor }, cancellationToken);
    }

    /// <summary>Back to the choices, from wherever the job was cut off.</summary>
    public Task ReopenAsync(ImportJob job, CancellationToken cancellationToken) =>
        jobs.SaveAsync(job with { State = ImportJobState.Uploaded, FinishedAt = null, Error = null }, cancellationToken);

    /// <summary>Forgets an uploaded file.</summary>
    public async Task DiscardAsync(ImportJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        area.Remove(job);
        await jobs.SaveAsync(job with { State = ImportJobState.Cancelled, FinishedAt = time.GetUtcNow() }, cancellationToken);
    }

    /// <summary>What became of a job that succeeded.</summary>
    public async Task<ImportOutcome?> OutcomeAsync(ImportJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var imports = await store.ListImportsAsync(cancellationToken);
        return imports.FirstOrDefault(import => import.Id == job.ImportId) is { } record
            ? new(
                record,
                [.. ledger.ReadRejects(record.Id, ShownRejects)],
                File.Exists(area.RejectsOf(job)),
                ImportFit.Warnings(record, [.. imports.Where(other => other.UndoneAt is null && other.Id != record.Id)]),
                ledger.Imports().FirstOrDefault(import => import.Id == record.Id)?.StrayDates)
            : null;
    }

    private async Task<ImportChoices?> RememberedAsync(ImportJob job, CancellationToken cancellationToken)
    {
        try
        {
            var head = SalesFileHead.Read(area.PathOf(job), ImportChoices.None.ToOptions(job.FileName));
            return await settings.FindAsync(KeyOf(head), cancellationToken) is { } json ? ImportChoices.FromJson(json) : null;
        }
        catch (NotALedgerException)
        {
            return null;
        }
    }

    private ImportReview Detect(ImportReview review, CancellationToken cancellationToken)
    {
        var (path, options) = (area.PathOf(review.Job), review.Choices.ToOptions(review.Job.FileName));
        try
        {
            var head = SalesFileHead.Read(path, options);
            review = review with { Head = head, Columns = ColumnMapping.Suggest(head.Headers, options.Columns) };
            var file = SalesFile.Detect(path, options, cancellationToken);
            review = review with { Dialect = file.Dialect, Columns = file.Columns.Headers };
            return review with { Rows = SalesPreview.Read(file, PreviewRows) };
        }
        catch (NotALedgerException problem)
        {
            return review with { Problem = ProblemTexts.Of(problem) };
        }
    }

    private static string KeyOf(SalesFileHead head) => $"import.choices.{head.Signature}";
}
