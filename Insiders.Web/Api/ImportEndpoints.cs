using System.Text;
using Insiders.Core.Application.Imports;
using Insiders.Web.Components;
using Insiders.Web.Components.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Insiders.Web.Api;

/// <summary>Uploads and downloads over plain HTTP, because sales files must not pass through a page's connection.</summary>
public static class ImportEndpoints
{
    private const string Uploads = "/api/uploads";

    /// <summary>Maps the token for an upload, the upload itself and the download of rejected rows.</summary>
    /// <returns>The group, so that the caller can set its authorization in one place.</returns>
    public static RouteGroupBuilder MapImports(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var limit = endpoints.ServiceProvider.GetRequiredService<UploadSettings>().MaxBytes + MultipartBody.FrameBytes;
        var group = endpoints.MapGroup("");
        group.MapGet(Uploads + "/token", (HttpContext context, IAntiforgery forgery) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Text(forgery.GetAndStoreTokens(context).RequestToken!);
        });
        group.MapPost(Uploads, ReceiveAsync).WithMetadata(new RequestSizeLimitAttribute(limit)).DisableAntiforgery();
        group.MapGet("/api/imports/{jobId}/rejects", SendRejectsAsync);
        return group;
    }

    private static async Task<IResult> ReceiveAsync(HttpContext context, UploadFolder uploads, IAntiforgery forgery, CancellationToken cancellationToken)
    {
        // The token must be in the header, because searching the form for it would read the whole body first.
        if (context.Request.Headers["RequestVerificationToken"].Count != 1 || !await forgery.IsRequestValidAsync(context))
        {
            return Refuse(StatusCodes.Status400BadRequest, Texts.ProblemUploadForged);
        }

        if (MultipartBody.Of(context.Request) is not { } parts)
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, Texts.DataUploadNoFile);
        }

        try
        {
            using var room = uploads.Admit(context.Request.ContentLength);
            var jobs = await ReceiveFilesAsync(context, uploads, parts, room, cancellationToken);
            return jobs.Count == 0 ? Refuse(StatusCodes.Status400BadRequest, Texts.DataUploadNoFile) : Results.Json(jobs.Select(job => new { job.Id, job.FileName }));
        }
        catch (UploadRefusedException refused)
        {
            return Refuse(UploadStatus.Of(refused.Problem.Code), ProblemText.Of(refused.Problem));
        }
        catch (BadHttpRequestException broken)
        {
            return Refuse(broken.StatusCode, broken.StatusCode == StatusCodes.Status413PayloadTooLarge ? ProblemText.Of(uploads.TooLarge()) : Texts.ProblemUploadBroken);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not DirectoryNotFoundException)
        {
            return Refuse(StatusCodes.Status400BadRequest, Texts.ProblemUploadBroken);
        }
    }

    private static async Task<List<ImportJob>> ReceiveFilesAsync(HttpContext context, UploadFolder uploads, MultipartReader parts, SpaceReservation room, CancellationToken cancellationToken)
    {
        var jobs = new List<ImportJob>();
        while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (MultipartBody.IsFile(part, out var name))
            {
                jobs.Add(await uploads.ReceiveAsync(context.User.ToActor(), part.Body, name, cancellationToken, room));
            }
        }

        return jobs;
    }

    private static async Task<IResult> SendRejectsAsync(string jobId, HttpContext context, ImportService imports, CancellationToken cancellationToken)
        => (await imports.TakeRejectsAsync(context.User.ToActor(), jobId, cancellationToken)).TryGet(out var rejects, out _)
            ? Results.File(rejects.Path, "text/csv; charset=utf-8", Path.GetFileNameWithoutExtension(rejects.FileName) + "-rejected.csv")
            : Results.NotFound();

    private static IResult Refuse(int statusCode, string reason) => Results.Text(reason, "text/plain", Encoding.UTF8, statusCode);
}
