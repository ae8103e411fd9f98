using System.Globalization;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Exports;
using Insiders.Web.Account;
using Insiders.Web.Components;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;
using Microsoft.Net.Http.Headers;

namespace Insiders.Web.Api;

/// <summary>The tables of <see cref="ExportCatalog"/> as files.</summary>
public static class ExportEndpoints
{
    /// <summary>Cookie with the separator and decimal mark last chosen, such as <c>semicolon-comma</c>.</summary>
    public const string CookieName = "insiders-csv";

    /// <summary>Maps two addresses for each table.</summary>
    public static void MapExports(this IEndpointRouteBuilder endpoints)
    {
        foreach (var entry in endpoints.ServiceProvider.GetRequiredService<ExportCatalog>().All)
        {
            endpoints.MapGet($"/export/{entry.Key}.csv", (HttpContext context) => SendCsvAsync(context, entry)).RequireAuthorization(Policies.Of(entry.Role));
            endpoints.MapGet($"/export/{entry.Key}.xlsx", (HttpContext context) => SendXlsxAsync(context, entry)).RequireAuthorization(Policies.Of(entry.Role));
        }
    }

    internal static async Task SendCsvAsync(HttpContext context, ExportEntry entry)
    {
        if (await ReadAsync(context, entry) is not { } table)
        {
            return;
        }

        var dialect = DialectOf(context);
        Head(context, table, CsvFile.ContentType, "csv");
        long? sent = 0;
        await WriteDownAsync(context, entry, table, "CSV", () => sent, () => CsvFile.WriteAsync(context.Response.Body, table, dialect, context.RequestAborted, rows => sent += rows));
    }

    // A workbook is a zip archive that is closed with blocking calls, so it is written to a file first and sent when complete.
    internal static async Task SendXlsxAsync(HttpContext context, ExportEntry entry)
    {
        if (await ReadAsync(context, entry) is not { } table)
        {
            return;
        }

        long? sent = 0;
        await WriteDownAsync(context, entry, table, "XLSX", () => sent, async () =>
        {
            var folder = context.RequestServices.GetRequiredService<DataFolder>();
            folder.Make(folder.Spill);
            await using var file = new FileStream(
                Path.Combine(folder.Spill, $"export-{Guid.NewGuid():N}.xlsx"),
                new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
            var rows = 0L;
            await XlsxFile.WriteAsync(file, table with { Rows = table.Rows.Select(Counted) }, context.RequestAborted);
            file.Position = 0;
            Head(context, table, XlsxFile.ContentType, "xlsx");
            context.Response.ContentLength = file.Length;

            // The number of rows in a part of an archive is unknown.
            sent = null;
            await file.CopyToAsync(context.Response.Body, context.RequestAborted);
            sent = rows;

            IReadOnlyList<object?> Counted(IReadOnlyList<object?> row)
            {
                rows++;
                return row;
            }
        });
    }

    // After the last byte, so that the audit records what was sent and not what was requested.
    private static async Task WriteDownAsync(HttpContext context, ExportEntry entry, ExportTable table, string format, Func<long?> rows, Func<Task> send)
    {
        var isWhole = false;
        try
        {
            await send();
            await context.Response.Body.FlushAsync(context.RequestAborted);
            isWhole = !context.RequestAborted.IsCancellationRequested;
        }
        finally
        {
            await context.RequestServices.GetRequiredService<ExportService>().NoteAsync(context.User.ToActor(), entry.Key, ExportRecord.Of(table, format, rows()).Write(), isWhole);
        }
    }

    private static async Task<ExportTable?> ReadAsync(HttpContext context, ExportEntry entry)
    {
        if (await context.RequestServices.GetRequiredService<ExportService>().RefuseAsync(context.User.ToActor(), entry.Role, context.RequestAborted) is not null)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return null;
        }

        var table = await entry.ReadAsync(new ExportRequest(context.RequestServices, context.Request.Query) { Person = context.User }, context.RequestAborted);
        if (table is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return table;
    }

    private static void Head(HttpContext context, ExportTable table, string type, string ending)
    {
        var day = DateOnly.FromDateTime(context.RequestServices.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(ExportFileName.Of(table, day, ending));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = type;
    }

    /// <summary>The dialect in the address, else the one last chosen, else the language's default. A choice is stored in a cookie.</summary>
    private static ExportDialect DialectOf(HttpContext context)
    {
        var remembered = (context.Request.Cookies[CookieName] ?? "").Split('-');
        var standard = ExportDialect.Read(remembered[0], remembered.ElementAtOrDefault(1), ExportDialect.OfLanguage(CultureInfo.CurrentCulture));
        string? separator = context.Request.Query[ExportRequest.SeparatorKey], decimals = context.Request.Query[ExportRequest.DecimalsKey];
        var dialect = ExportDialect.Read(separator, decimals, standard);
        if (separator is not null && decimals is not null)
        {
            context.Response.Cookies.Append(
                CookieName, dialect.Name, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        }

        return dialect;
    }
}
