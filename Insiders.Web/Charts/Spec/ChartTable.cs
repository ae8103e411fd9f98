using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>The data of a chart as a table.</summary>
/// <param name="Headers">Column headers; the first column names the row.</param>
/// <param name="Rows">The rows, in reading order.</param>
public sealed record ChartTable(ImmutableArray<string> Headers, ImmutableArray<ChartRow> Rows)
{
    /// <summary>A column's header on a page, with its unit.</summary>
    /// <param name="column">Index of the column, from 0.</param>
    public string HeadingOf(int column) => KindOf(column) switch
    {
        ValueKind.Money => Headings.Money(Headers[column]),
        ValueKind.Share => Headings.Share(Headers[column]),
        _ => Headers[column],
    };

    /// <summary>The kind of values in a column.</summary>
    /// <param name="column">Index of the column, from 0.</param>
    public ValueKind KindOf(int column) => Rows.IsEmpty ? ValueKind.Text : Rows[0].Cells[column].Kind;
}
