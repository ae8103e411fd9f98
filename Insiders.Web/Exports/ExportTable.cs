using System.Collections.Immutable;

namespace Insiders.Web.Exports;

/// <summary>A table on its way out: every row of it, asked for one after the other, so that no export holds a table in memory.</summary>
/// <param name="Title">What the table is called, in the language of whoever asks: the file and the sheet are named by it, and the audit.</param>
/// <param name="Columns">The columns, at least one.</param>
/// <param name="Rows">One cell per column: a text, a number, a <see cref="DateOnly"/>, a <see cref="DateTimeOffset"/>, or null for none.</param>
/// <param name="Count">How many rows there are.</param>
public sealed record ExportTable(Func<string> Title, ImmutableArray<ExportColumn> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows, long Count)
{
    /// <summary>Its title in the reader's language; made safe where it is used.</summary>
    public string Name => Title();

    /// <summary>What narrows it or what it is about, each in a few words, in the language of whoever asks: a filter, a segment, a customer.</summary>
    public Func<IEnumerable<string>> Conditions { get; init; } = () => [];

    /// <summary>How many rows there would be without <see cref="Conditions"/>; null where nobody compares.</summary>
    public long? Whole { get; init; }

    /// <summary>A table of things that are at hand.</summary>
    /// <typeparam name="T">What a row is made of.</typeparam>
    /// <param name="title">What the table is called.</param>
    /// <param name="rows">One per row.</param>
    /// <param name="fields">The columns.</param>
    public static ExportTable Of<T>(Func<string> title, IEnumerable<T> rows, params IReadOnlyList<ExportField<T>> fields)
    {
        // Counted before the first is written, as the file's name says how many there are.
        var counted = rows as IReadOnlyCollection<T> ?? [.. rows];
        return Of(title, counted.ToAsyncEnumerable(), counted.Count, fields);
    }

    /// <summary>A table of things that are still being read.</summary>
    /// <typeparam name="T">What a row is made of.</typeparam>
    /// <param name="title">What the table is called.</param>
    /// <param name="rows">One per row.</param>
    /// <param name="count">How many there are.</param>
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
