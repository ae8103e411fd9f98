using System.Collections.Immutable;
using System.Text;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Settings;
using Insiders.Core.Import;
using Insiders.Web.Components;
using Insiders.Web.Components.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;

namespace Insiders.Web.Setup;

/// <summary>Takes the first file: streams it to disk like the import wizard's files, with the same limits, and loads it at once.</summary>
public sealed class SetupUpload(InitialImport first, SettingsService settings, UploadFolder uploads, IImportJobStore jobs, IAntiforgery forgery, TimeProvider time, ILogger<SetupUpload> log)
{
    private const string TokenHeader = "RequestVerificationToken";
    private const string TokenField = "__RequestVerificationToken";
    private const int LongestField = 4096;
    private const int LookedAt = 10_000;
    private const int ShownRows = 10;

    /// <summary>Reads the form of the set-up page: its token, then a file or the choice of the generated shop.</summary>
    /// <returns>Null, or the problem that prevented loading, with the currency that was chosen.</returns>
    public async Task<SetupProblem?> TakeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        string? chosen = null;
        return await TakeAsync(context, currency => chosen = currency) is { } problem ? problem with { Currency = chosen } : null;
    }

    private async Task<SetupProblem?> TakeAsync(HttpContext context, Action<string> chosen)
    {
        var actor = context.User.ToActor();
        string? currency = null;
        try
        {
            using var room = uploads.Admit(context.Request.ContentLength);
            for (var parts = MultipartBody.Of(context.Request); parts is not null && await parts.ReadNextSectionAsync(context.RequestAborted) is { } part;)
            {
                if (MultipartBody.IsFile(part, out var name))
                {
                    return !await forgery.IsRequestValidAsync(context) ? Say(() => Texts.ProblemUploadForged)
                        : name is { Length: > 0 } ? await LoadAsync(await uploads.ReceiveAsync(actor, part.Body, name, context.RequestAborted, room), currency, actor) : Say(() => Texts.SetupNoFile);
                }

                // The token precedes the file, even without scripts; searching the form for it would read the whole file first.
                if (name == TokenField)
                {
                    context.Request.Headers[TokenHeader] = await ReadAsync(part, context.RequestAborted);
                }
                else if (name == "currency")
                {
                    chosen(currency = await ReadAsync(part, context.RequestAborted));
                }
                else if (name == "demo")
                {
                    // Not cancelled with the request: if the browser leaves, a second visit finds the work done.
                    return !await forgery.IsRequestValidAsync(context) ? Say(() => Texts.ProblemUploadForged)
                        : await first.LoadDemoAsync(actor, CancellationToken.None) is { } problem ? Say(() => ProblemText.Of(problem)) : null;
                }
            }

            return Say(() => Texts.SetupNoFile);
        }
        catch (UploadRefusedException refused)
        {
            return Say(() => ProblemText.Of(refused.Problem));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException && !context.RequestAborted.IsCancellationRequested)
        {
            log.LogWarning(broken, "The first file did not arrive completely.");
            return Say(() => broken is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? ProblemText.Of(uploads.TooLarge()) : Texts.ProblemUploadBroken);
        }
    }

    private async Task<SetupProblem?> LoadAsync(ImportJob job, string? currency, Actor actor)
    {
        var path = uploads.PathOf(job);
        try
        {
            var (import, problem) = await first.LoadAsync(actor, path, job.FileName, CancellationToken.None);
            if (import is { RowsRejected: > 0 })
            {
                await Task.Run(() => RejectedSales.Write(SalesFile.Detect(path, OptionsOf(job), CancellationToken.None) with { Days = import.Days ?? SaleDays.Any, Subtotals = import.Subtotals ?? [], Currency = import.Currency }, uploads.RejectsOf(job), CancellationToken.None));
            }

            if (import is not null && currency is not null && Currency.Offered.Contains(currency))
            {
                await settings.SaveAsync(actor, await settings.ReadGeneralAsync(CancellationToken.None) with { Currency = currency }, CancellationToken.None);
            }

            var state = import is not null ? ImportJobState.Succeeded : problem is not null ? ImportJobState.Failed : ImportJobState.Cancelled;
            await jobs.SaveAsync(job with { State = state, ImportId = import?.Id, Error = problem, FinishedAt = time.GetUtcNow() }, CancellationToken.None);
            return problem is null ? null : new SetupProblem(() => ProblemText.Of(problem), await Task.Run(() => BadRowsOf(job)));
        }
        finally
        {
            uploads.Remove(job);
        }
    }

    private ImmutableArray<RejectedRow> BadRowsOf(ImportJob job)
    {
        try
        {
            var rows = SalesPreview.Read(SalesFile.Detect(uploads.PathOf(job), OptionsOf(job), CancellationToken.None), LookedAt);
            return [.. rows.Select(row => row.Rejected).OfType<RejectedRow>().Take(ShownRows)];
        }
        catch (NotALedgerException)
        {
            // The problem's sentence already says what is wrong with the whole file.
            return [];
        }
    }

    private static ImportOptions OptionsOf(ImportJob job) => new() { FileName = job.FileName };

    private static async Task<string> ReadAsync(MultipartSection part, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestField];
        return Encoding.UTF8.GetString(bytes.AsSpan(0, await part.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken)));
    }

    private static SetupProblem Say(Func<string> sentence) => new(sentence, []);
}
