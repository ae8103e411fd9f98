using Insiders.Web.Shared.Exports;
using MiniExcelLibs;

namespace Insiders.Tests.Web.Shared.Exports;

/// <summary>A table written as a workbook and read back by another library.</summary>
internal static class Sheet
{
    /// <summary>The table's rows by the letters of their columns, the heading first.</summary>
    public static async Task<IReadOnlyList<IDictionary<string, object?>>> RowsAsync(ExportTable table)
    {
        using var file = new MemoryStream();
        await XlsxFile.WriteAsync(file, table, CancellationToken.None);
        return Read(file);
    }

    /// <summary>The rows of a workbook's sheet.</summary>
    public static IReadOnlyList<IDictionary<string, object?>> Read(Stream file, string? sheet = null)
        => [.. file.Query(useHeaderRow: false, sheetName: sheet).Select(row => (IDictionary<string, object?>)row)];
}
