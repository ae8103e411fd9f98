using System.Globalization;
using System.Text;
using Insiders.Web.Shared.Exports;

namespace Insiders.Web.Charts;

/// <summary>The data of a chart as a file.</summary>
public static class ChartCsv
{
    /// <summary>Writes the whole table of a chart; names that look like formulas are made harmless.</summary>
    public static byte[] Of(ChartTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvFile.Start(text, table.Headers))
        {
            foreach (var row in table.Rows)
            {
                foreach (var cell in row.Cells)
                {
                    csv.WriteField(cell);
                }

                csv.EndRecord();
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
