using System.Globalization;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Imports;
using Insiders.Core.Problems;
using Insiders.Web.Account;
using Insiders.Web.Components;
using Insiders.Web.Components.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Insiders.Web.Features.Settings;

/// <summary>Downloads and uploads of complete backups, which are too large for a circuit.</summary>
public static class BackupEndpoints
{
    /// <summary>Address that makes and downloads a new backup.</summary>
    public const string Download = "/settings/backup/download";

    /// <summary>Address that downloads a stored backup by name.</summary>
    public const string Kept = "/settings/backup/kept";

    /// <summary>Address that restores an uploaded backup; takes a POST with an anti-forgery token before the file.</summary>
    public const string Restore = "/settings/backup/restore";

    // A backup holds the content of many uploads, so its limit is higher.
    private const long LargestBytes = 64L << 30;

    /// <summary>Maps the endpoints.</summary>
    public static void MapBackup(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Download, DownloadAsync).RequireAuthorization(Policies.Administer);
        endpoints.MapGet(Kept, SendKeptAsync).RequireAuthorization(Policies.Administer);
        endpoints.MapPost(Restore, RestoreAsync).RequireAuthorization(Policies.Administer)
            .WithMetadata(new RequestSizeLimitAttribute(LargestOf(endpoints.ServiceProvider.GetRequiredService<UploadSettings>()) + MultipartBody.FrameBytes)).DisableAntiforgery();
    }

    private static long LargestOf(UploadSettings uploads) => Math.Max(LargestBytes, uploads.MaxBytes);

    private static async Task<IResult> DownloadAsync(HttpContext context, BackupService backups, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            if (!(await backups.TakeNewAsync(context.User.ToActor(), cancellationToken)).TryGet(out var stream, out _))
            {
                return Results.Forbid();
            }

            context.Response.RegisterForDispose(stream);
            return Results.File(stream, "application/zip", string.Create(CultureInfo.InvariantCulture, $"insiders-{time.GetUtcNow():yyyyMMdd-HHmm}.zip"));
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal) && !context.RequestAborted.IsCancellationRequested)
        {
            return Results.Text(ProblemText.Of(refusal), "text/plain; charset=utf-8", statusCode: StatusCodes.Status507InsufficientStorage);
        }
    }

    private static async Task<IResult> SendKeptAsync(string? file, HttpContext context, BackupService backups, CancellationToken cancellationToken)
        => (await backups.TakeAsync(context.User.ToActor(), file, cancellationToken)).TryGet(out var path, out var problem) ? Results.File(path, "application/octet-stream", file)
            : problem.Code == ProblemCode.AccessDenied ? Results.Forbid() : Results.NotFound();

    private static async Task<IResult> RestoreAsync(HttpContext context, BackupService backups, UploadSettings uploads)
    {
        try
        {
            await using var form = await FileForm.ReadAsync(context, LargestOf(uploads));
            if (!form.HasFile || form.Find("understood") is null)
            {
                return Back("nothing");
            }

            var restored = await backups.RestoreAsync(context.User.ToActor(), form.FilePath, CancellationToken.None);
            return Back(restored.Problem?.Code switch { null => "done", ProblemCode.RestoreBusy => "busy", _ => "bad" });
        }
        catch (UploadRefusedException refused)
        {
            return refused.Problem.Code is ProblemCode.UploadBroken or ProblemCode.UploadForged ? Results.BadRequest() : Back("refused");
        }
        catch (IOException refusal) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Back(StoreRefusal.IsFull(refusal) ? "full" : "cut");
        }
    }

    private static IResult Back(string outcome) => Results.LocalRedirect($"/settings/backup?restore={outcome}");
}
