using System.Collections.Immutable;

namespace Insiders.Web.Exports;

/// <summary>A table to export, with its rows enumerated lazily so that no export holds a table in memory.</summary>
/// <param name="Title">The table's title in the reader's language, used for the file, the sheet and the audit.</param>
/// <param name="Columns">The columns, at least one.</param>
/// <param name="Rows">One cell per column: a text, a number, a <see cref="DateOnly"/>, a <see cref="DateTimeOffset"/>, or null for none.</param>
/// <param name="Count">Number of rows.</param>
public sealed record ExportTable(Func<string> Title, ImmutableArray<ExportColumn> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows, long Count)
{
    /// <summary>Its title in the reader's language; escaped where it is used.</summary>
    public string Name => Title();

    /// <summary>What narrows it or what it is about, each as a short text in the reader's language: a filter, a segment, a customer.</summary>
    public Func<IEnumerable<string>> Conditions { get; init; } = () => [];

    /// <summary>Number of rows without <see cref="Conditions"/>; null when not compared.</summary>
    public long? Whole { get; init; }

    /// <summary>Creates a table from rows in memory.</summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="title">The table's title.</param>
    /// <param name="rows">One per row.</param>
    /// <param name="fields">The columns.</param>
    public static ExportTable Of<T>(Func<string> title, IEnumerable<T> rows, params IReadOnlyList<ExportField<T>> fields)
    {
        // Counted before the first row is written, because the file's name contains the number.
        var counted = rows as IReadOnlyCollection<T> ?? [.. rows];
        return Of(title, counted.ToAsyncEnumerable(), counted.Count, fields);
    }

    /// <summary>Creates a table from rows that are still being read.</summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="title">The table's title.</param>
    /// <param name="rows">One per row.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="fields">The columns.</param>
    public static ExportTable Of<T>(Func<string> title, IAsyncEnumerable<T> rows, long count, params IReadOnlyList<ExportField<T>> fields)
        => new(title, [.. fields.Select(field => new ExportColumn(field.Kind == ValueKind.Money ? Headings.MoneyInFile(field.Heading) : field.Heading, field.Kind))], rows.Select(IReadOnlyList<object?> (row) => Cells(row, fields)), count);

    private static object?[] Cells<T>(T row, IReadOnlyList<ExportField<T>> fields)
    {
        var cells = new object?[fields.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = fields[i].Value(row);
            cells[i] = fields[i].Kind == ValueKind.Money ? MoneyCell.Of(cell) : cell;
        }

        return cells;
    }
}
