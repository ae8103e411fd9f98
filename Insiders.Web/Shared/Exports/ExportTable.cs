using System.Collections.Immutable;

namespace Insiders.Web.Shared.Exports;

/// <summary>A table on its way out: every row of it, asked for one after the other, so that no export holds a table in memory.</summary>
/// <param name="Name">What the file and the sheet are called; made safe where it is used.</param>
/// <param name="Columns">The columns, at least one.</param>
/// <param name="Rows">One cell per column: a text, a number, a <see cref="DateOnly"/>, a <see cref="DateTimeOffset"/>, or null for none.</param>
public sealed record ExportTable(string Name, ImmutableArray<ExportColumn> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>A table of things that are at hand.</summary>
    /// <typeparam name="T">What a row is made of.</typeparam>
    /// <param name="name">What the file and the sheet are called.</param>
    /// <param name="rows">One per row.</param>
    /// <param name="fields">The columns.</param>
    public static ExportTable Of<T>(string name, IEnumerable<T> rows, params IReadOnlyList<ExportField<T>> fields)
        => Of(name, rows.ToAsyncEnumerable(), fields);

    /// <summary>A table of things that are still being read.</summary>
    /// <typeparam name="T">What a row is made of.</typeparam>
    /// <param name="name">What the file and the sheet are called.</param>
    /// <param name="rows">One per row.</param>
    /// <param name="fields">The columns.</param>
    public static ExportTable Of<T>(string name, IAsyncEnumerable<T> rows, params IReadOnlyList<ExportField<T>> fields)
        => new(name, [.. fields.Select(field => new ExportColumn(field.Kind == ExportKind.Money ? Headings.MoneyInFile(field.Heading) : field.Heading, field.Kind))], rows.Select(IReadOnlyList<object?> (row) => Cells(row, fields)));

    private static object?[] Cells<T>(T row, IReadOnlyList<ExportField<T>> fields)
    {
        var cells = new object?[fields.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = fields[i].Value(row);
        }

        return cells;
    }
}
