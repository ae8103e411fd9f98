using System.Globalization;
using Insiders.Core.Storage;
using Insiders.Web.Account;
using Insiders.Web.Api;
using Insiders.Web.Backups;
using Insiders.Web.Shared;
using Insiders.Web.Worker;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

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

    private const long LargestBytes = 64L << 30;
    private const string TokenHeader = "RequestVerificationToken";
    private const string TokenField = "__RequestVerificationToken";
    private const int LongestField = 4096;

    /// <summary>Adds the addresses.</summary>
    public static void MapBackup(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Download, DownloadAsync).RequireAuthorization(Policies.Administer);
        endpoints.MapGet(Kept, SendKept).RequireAuthorization(Policies.Administer);
        endpoints.MapPost(Restore, RestoreAsync).RequireAuthorization(Policies.Administer).WithMetadata(new RequestSizeLimitAttribute(LargestBytes)).DisableAntiforgery();
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, BackupWriter writer, DataFolder folder, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.Spill, $"backup-{Guid.NewGuid():N}.zip");
        try
        {
            await writer.WriteAsync(file, cancellationToken);
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal))
        {
            return Results.Text(ProblemTexts.Of(refusal), "text/plain; charset=utf-8", statusCode: StatusCodes.Status507InsufficientStorage);
        }

        // Open first: whatever fails from here on, the file goes with the stream.
        var stream = new FileStream(file, new FileStreamOptions { Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        context.Response.RegisterForDispose(stream);
        await audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), context.User.Identity?.Name ?? DemoShop.Actor, "backup.downloaded", "database"), CancellationToken.None);
        return Results.File(stream, "application/zip", string.Create(CultureInfo.InvariantCulture, $"insiders-{time.GetUtcNow():yyyyMMdd-HHmm}.zip"));
    }

    private static IResult SendKept(string? file, BackupService backups)
        => backups.Find(file) is { } path ? Results.File(path, "application/octet-stream", file) : Results.NotFound();

    private static async Task<IResult> RestoreAsync(HttpContext context, BackupService backups, IAntiforgery forgery, DataFolder folder, DiskSpace space)
    {
        var isUnderstood = false;
        var uploaded = Path.Combine(folder.Spill, $"restore-{Guid.NewGuid():N}{DatabaseCopy.Unfinished}");
        try
        {
            for (var parts = MultipartBody.Of(context.Request); parts is not null && await parts.ReadNextSectionAsync(context.RequestAborted) is { } part;)
            {
                if (!MultipartBody.IsFile(part, out var name))
                {
                    // The token comes before the file: looking for it in the form would read the whole file first.
                    var value = await ReadAsync(part, context.RequestAborted);
                    isUnderstood |= name == "understood" && value.Length > 0;
                    if (name == TokenField)
                    {
                        context.Request.Headers[TokenHeader] = value;
                    }

                    continue;
                }

                if (context.Request.Headers[TokenHeader].Count != 1 || !await forgery.IsRequestValidAsync(context))
                {
                    return Results.BadRequest();
                }

                if (!isUnderstood || string.IsNullOrEmpty(name))
                {
                    return Back("nothing");
                }

                space.Require(context.Request.ContentLength ?? 0);
                Directory.CreateDirectory(folder.Spill);
                await using (var target = File.Create(uploaded))
                {
                    await part.Body.CopyToAsync(target, context.RequestAborted);
                }

                var isDone = await backups.RestoreAsync(uploaded, context.User.Identity?.Name ?? DemoShop.Actor);
                return Back(isDone ? "done" : backups.LastRefusal is null ? "busy" : "bad");
            }

            return context.Request.Headers[TokenHeader].Count == 1 ? Back("nothing") : Results.BadRequest();
        }
        catch (DiskRefusalException)
        {
            return Back("full");
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Back("cut");
        }
        finally
        {
            File.Delete(uploaded);
        }
    }

    private static async Task<string> ReadAsync(MultipartSection part, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestField];
        return System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, await part.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken)));
    }

    private static IResult Back(string outcome) => Results.LocalRedirect($"/settings/backup?restore={outcome}");
}
