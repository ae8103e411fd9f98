using System.Globalization;
using CsvHelper;

namespace Insiders.Web.Shared.Exports;

/// <summary>The one way a CSV leaves this program: UTF-8, comma, LF, invariant numbers, and texts that no spreadsheet takes for a formula.</summary>
public static class CsvFile
{
    private static readonly CsvWriterOptions s_options = new()
    {
        NewLine = "\n",
        FormatProvider = CultureInfo.InvariantCulture,
        Injection = CsvInjection.Escape,
        ValidateFieldCount = true,
    };

    /// <summary>Starts a file with its header.</summary>
    /// <param name="output">Gets the text; left open.</param>
    /// <param name="header">Column names.</param>
    public static CsvWriter Start(TextWriter output, IEnumerable<string> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var csv = CsvWriter.Create(output, s_options, leaveOpen: true);
        foreach (var name in header)
        {
            csv.WriteField(name);
        }

        csv.EndRecord();
        return csv;
    }

    /// <summary>Writes a number, or an empty field where there is none.</summary>
    public static void WriteNumber(this CsvWriter csv, double value)
    {
        ArgumentNullException.ThrowIfNull(csv);
        if (double.IsFinite(value))
        {
            csv.WriteField(value, "R");
        }
        else
        {
            csv.WriteField(string.Empty);
        }
    }
}
