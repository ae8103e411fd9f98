using System.Globalization;
using Insiders.Core.Storage;
using Insiders.Web.Account;
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
        endpoints.MapPost(Restore, RestoreAsync).RequireAuthorization(Policies.Administer);
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, DatabaseCopy copy, DataFolder folder, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.Spill, $"backup-{Guid.NewGuid():N}.db");
        await copy.WriteAsync(file, cancellationToken);
        await AuditAsync(context, audit, time, "backup.downloaded");
        var stream = new FileStream(file, new FileStreamOptions { Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        return Results.File(stream, "application/vnd.sqlite3", string.Create(CultureInfo.InvariantCulture, $"insiders-{time.GetUtcNow():yyyyMMdd-HHmm}.db"));
    }

    private static async Task<IResult> RestoreAsync(
        [FromForm] IFormFile? file, [FromForm] string? understood, HttpContext context, DatabaseCopy copy, DataFolder folder, RunStore store, CurrentRun current,
        AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (file is null or { Length: 0 } || understood is null)
        {
            return Back("nothing");
        }

        if (current.IsBusy)
        {
            return Back("busy");
        }

        Directory.CreateDirectory(folder.Spill);
        var uploaded = Path.Combine(folder.Spill, $"restore-{Guid.NewGuid():N}.db");
        try
        {
            await using (var target = File.Create(uploaded))
            {
                await file.CopyToAsync(target, cancellationToken);
            }

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
        finally
        {
            File.Delete(uploaded);
        }
    }

    private static IResult Back(string outcome) => Results.LocalRedirect($"/settings/backup?restore={outcome}");

    private static Task AuditAsync(HttpContext context, AuditLog audit, TimeProvider time, string action)
        => audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), context.User.Identity?.Name ?? DemoShop.Actor, action, "database"), CancellationToken.None);
}
