using System.Globalization;
using Insiders.Core.Storage;
using Insiders.Web.Account;
using Insiders.Web.Api;
using Insiders.Web.Worker;
using Microsoft.AspNetCore.Mvc;

namespace Insiders.Web.Features.Settings;

/// <summary>The database as a file, down and up: too large for a circuit.</summary>
public static class BackupEndpoints
{
    /// <summary>Where a backup is had.</summary>
    public const string Download = "/settings/backup/download";

    /// <summary>Where one is given back; by post with an anti-forgery token.</summary>
    public const string Restore = "/settings/backup/restore";

    /// <summary>Adds both addresses.</summary>
    public static void MapBackup(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Download, DownloadAsync).RequireAuthorization(Policies.Administer);
        var limit = endpoints.ServiceProvider.GetRequiredService<UploadSettings>().MaxBytes + MultipartBody.FrameBytes;
        endpoints.MapPost(Restore, ReceiveAsync).RequireAuthorization(Policies.Administer).WithMetadata(new RequestSizeLimitAttribute(limit)).DisableAntiforgery();
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, DatabaseCopy copy, DataFolder folder, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.Spill, $"backup-{Guid.NewGuid():N}.db");
        await copy.WriteAsync(file, cancellationToken);
        await AuditAsync(context, audit, time, "backup.downloaded");
        var stream = new FileStream(file, new FileStreamOptions { Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        return Results.File(stream, "application/vnd.sqlite3", string.Create(CultureInfo.InvariantCulture, $"insiders-{time.GetUtcNow():yyyyMMdd-HHmm}.db"));
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, DatabaseCopy copy, DataFolder folder, RunStore store, CurrentRun current, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await using var form = await FileForm.ReadAsync(context);
            return !form.HasFile || form.Find("understood") is null ? Back("nothing")
                : await RestoreAsync(form.FilePath, context, copy, folder, store, current, audit, time, cancellationToken);
        }
        catch (UploadRefusedException refused)
        {
            return refused.StatusCode == StatusCodes.Status400BadRequest ? Results.BadRequest() : Back("refused");
        }
    }

    private static async Task<IResult> RestoreAsync(
        string uploaded, HttpContext context, DatabaseCopy copy, DataFolder folder, RunStore store, CurrentRun current, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (current.IsBusy)
        {
            return Back("busy");
        }

        try
        {
            await copy.RestoreAsync(uploaded, folder.Backups, time.GetUtcNow(), cancellationToken);
            await store.MigrateAsync(CancellationToken.None);
            await Accounts.MigrateAsync(context.RequestServices, CancellationToken.None);
            await context.RequestServices.GetRequiredService<EndedSessions>().LoadAsync(CancellationToken.None);
            await store.MarkInterruptedAsync(time.GetUtcNow(), CancellationToken.None);
            await AuditAsync(context, audit, time, "backup.restored");
            return Back("done");
        }
        catch (InvalidDataException)
        {
            return Back("bad");
        }
    }

    private static IResult Back(string outcome) => Results.LocalRedirect($"/settings/backup?restore={outcome}");

    private static Task AuditAsync(HttpContext context, AuditLog audit, TimeProvider time, string action)
        => audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), context.User.Identity?.Name ?? DemoShop.Actor, action, "database"), CancellationToken.None);
}
