using System.Globalization;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Web.Account;
using Insiders.Web.Api;
using Insiders.Web.Hosting.Backups;
using Insiders.Web.Hosting.Data;
using Microsoft.AspNetCore.Mvc;

namespace Insiders.Web.Features.Settings;

/// <summary>Whole backups as files, down and up: too large for a circuit.</summary>
public static class BackupEndpoints
{
    /// <summary>Where a backup of this moment is had.</summary>
    public const string Download = "/settings/backup/download";

    /// <summary>Where one that is kept in the data folder is had, by its name.</summary>
    public const string Kept = "/settings/backup/kept";

    /// <summary>Where one is given back; by post with an anti-forgery token before the file.</summary>
    public const string Restore = "/settings/backup/restore";

    // A backup holds what many uploads brought.
    private const long LargestBytes = 64L << 30;

    /// <summary>Adds the addresses.</summary>
    public static void MapBackup(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Download, DownloadAsync).RequireAuthorization(Policies.Administer);
        endpoints.MapGet(Kept, SendKept).RequireAuthorization(Policies.Administer);
        endpoints.MapPost(Restore, RestoreAsync).RequireAuthorization(Policies.Administer)
            .WithMetadata(new RequestSizeLimitAttribute(LargestOf(endpoints.ServiceProvider.GetRequiredService<UploadSettings>()) + MultipartBody.FrameBytes)).DisableAntiforgery();
    }

    private static long LargestOf(UploadSettings uploads) => Math.Max(LargestBytes, uploads.MaxBytes);

    private static async Task<IResult> DownloadAsync(HttpContext context, BackupWriter writer, DataFolder folder, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.Spill, $"backup-{Guid.NewGuid():N}.zip");
        try
        {
            await writer.WriteAsync(file, cancellationToken);

            // Open first: whatever fails from here on, the file goes with the stream.
            var stream = new FileStream(file, new FileStreamOptions { Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
            context.Response.RegisterForDispose(stream);
            await audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), context.User.Identity?.Name ?? DemoShop.Actor, "backup.downloaded", "database"), CancellationToken.None);
            return Results.File(stream, "application/zip", string.Create(CultureInfo.InvariantCulture, $"insiders-{time.GetUtcNow():yyyyMMdd-HHmm}.zip"));
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal) && !context.RequestAborted.IsCancellationRequested)
        {
            return Results.Text(ProblemTexts.Of(refusal), "text/plain; charset=utf-8", statusCode: StatusCodes.Status507InsufficientStorage);
        }
    }

    private static IResult SendKept(string? file, BackupService backups)
        => backups.Find(file) is { } path ? Results.File(path, "application/octet-stream", file) : Results.NotFound();

    private static async Task<IResult> RestoreAsync(HttpContext context, BackupService backups, UploadSettings uploads)
    {
        try
        {
            await using var form = await FileForm.ReadAsync(context, LargestOf(uploads));
            if (!form.HasFile || form.Find("understood") is null)
            {
                return Back("nothing");
            }

            var isDone = await backups.RestoreAsync(form.FilePath, context.User.Identity?.Name ?? DemoShop.Actor);
            return Back(isDone ? "done" : backups.LastRefusal is null ? "busy" : "bad");
        }
        catch (UploadRefusedException refused)
        {
            return refused.StatusCode == StatusCodes.Status400BadRequest ? Results.BadRequest() : Back("refused");
        }
        catch (IOException refusal) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Back(StoreRefusal.IsFull(refusal) ? "full" : "cut");
        }
    }

    private static IResult Back(string outcome) => Results.LocalRedirect($"/settings/backup?restore={outcome}");
}
