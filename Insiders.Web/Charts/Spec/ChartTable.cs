using System.Collections.Immutable;

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
        ValueKind.Money => Headings.Money(Headers[column]),
        ValueKind.Share => Headings.Share(Headers[column]),
        _ => Headers[column],
    };

    /// <summary>What stands in a column.</summary>
    /// <param name="column">From 0.</param>
    public ValueKind KindOf(int column) => Rows.IsEmpty ? ValueKind.Text : Rows[0].Cells[column].Kind;
}
