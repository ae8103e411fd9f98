using System.Globalization;
using Insiders.Web.Shared.Exports;
using Insiders.Web.Worker;
using Microsoft.Net.Http.Headers;

namespace Insiders.Web.Api;

/// <summary>The tables of <see cref="ExportCatalog"/> as files.</summary>
public static class ExportEndpoints
{
    /// <summary>Remembers the separator and decimals somebody chose, such as <c>semicolon-comma</c>.</summary>
    public const string CookieName = "insiders-csv";

    private const int LongestName = 80;

    /// <summary>Adds two addresses for each table.</summary>
    public static void MapExports(this IEndpointRouteBuilder endpoints)
    {
        foreach (var entry in ExportCatalog.All)
        {
            endpoints.MapGet($"/export/{entry.Key}.csv", (HttpContext context) => SendCsvAsync(context, entry)).RequireAuthorization(entry.Policy);
            endpoints.MapGet($"/export/{entry.Key}.xlsx", (HttpContext context) => SendXlsxAsync(context, entry)).RequireAuthorization(entry.Policy);
        }
    }

    private static async Task SendCsvAsync(HttpContext context, ExportEntry entry)
    {
        if (await ReadAsync(context, entry) is not { } table)
        {
            return;
        }

        var dialect = DialectOf(context);
        Head(context, table, CsvFile.ContentType, "csv");
        await CsvFile.WriteAsync(context.Response.Body, table, dialect, context.RequestAborted);
    }

    // A workbook is a zip archive, closed by blocking calls: it is made beside and sent when it is whole.
    private static async Task SendXlsxAsync(HttpContext context, ExportEntry entry)
    {
        if (await ReadAsync(context, entry) is not { } table)
        {
            return;
        }

        var folder = context.RequestServices.GetRequiredService<DataFolder>().Spill;
        Directory.CreateDirectory(folder);
        await using var file = new FileStream(
            Path.Combine(folder, $"export-{Guid.NewGuid():N}.xlsx"),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        await XlsxFile.WriteAsync(file, table, context.RequestAborted);
        file.Position = 0;
        Head(context, table, XlsxFile.ContentType, "xlsx");
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static async Task<ExportTable?> ReadAsync(HttpContext context, ExportEntry entry)
    {
        var table = await entry.ReadAsync(new ExportRequest(context.RequestServices, context.Request.Query) { Person = context.User }, context.RequestAborted);
        if (table is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return table;
    }

    private static void Head(HttpContext context, ExportTable table, string type, string ending)
    {
        var day = context.RequestServices.GetRequiredService<TimeProvider>().GetLocalNow();
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(string.Create(CultureInfo.InvariantCulture, $"{SafeName(table.Name)}-{day:yyyy-MM-dd}.{ending}"));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = type;
    }

    /// <summary>A name that every file system takes: letters, digits, blanks and dashes of it.</summary>
    internal static string SafeName(string name)
    {
        var clean = string.Concat(name.Take(LongestName).Select(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' ? letter : '-')).Trim(' ', '-');
        return clean.Length == 0 ? "insiders" : clean;
    }

    /// <summary>What the address asks for, else what was chosen last, else what the language has. A choice is remembered.</summary>
    private static ExportDialect DialectOf(HttpContext context)
    {
        var remembered = (context.Request.Cookies[CookieName] ?? "").Split('-');
        var standard = ExportDialect.Read(remembered[0], remembered.ElementAtOrDefault(1), ExportDialect.OfLanguage(CultureInfo.CurrentCulture));
        string? separator = context.Request.Query["sep"], decimals = context.Request.Query["dec"];
        var dialect = ExportDialect.Read(separator, decimals, standard);
        if (separator is not null && decimals is not null)
        {
            context.Response.Cookies.Append(
                CookieName, dialect.Name, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        }

        return dialect;
    }
}
