using System.Collections.Immutable;
using Insiders.Web.Exports;

namespace Insiders.Web.Charts.Spec;

/// <summary>The data of a chart in words and numbers.</summary>
/// <param name="Headers">Column headers; the first column names the row.</param>
/// <param name="Rows">In the order they are read.</param>
public sealed record ChartTable(ImmutableArray<string> Headers, ImmutableArray<ChartRow> Rows)
{
    /// <summary>A column's header on a page, with the unit of what stands below it.</summary>
    /// <param name="column">From 0.</param>
    public string HeadingOf(int column) => KindOf(column) switch
    {
        ExportKind.Money => Headings.Money(Headers[column]),
        ExportKind.Share => Headings.Share(Headers[column]),
        _ => Headers[column],
    };

    /// <summary>The whole table as files hold it, like any other table of the site.</summary>
    /// <param name="title">What the chart is called.</param>
    public ExportTable ToExport(string title) => ExportTable.Of<ChartRow>(() => title, Rows, [.. Headers.Select((header, column) => new ExportField<ChartRow>(header, KindOf(column), row => row.Cells[column].Value))]);

    private ExportKind KindOf(int column) => Rows.IsEmpty ? ExportKind.Text : Rows[0].Cells[column].Kind;
}
