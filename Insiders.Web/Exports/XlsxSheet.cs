using System.Globalization;
using MiniExcelLibs;

namespace Insiders.Web.Exports;

/// <summary>The rows of one sheet, passed to MiniExcel one by one.</summary>
/// <param name="columns">Number of columns.</param>
/// <param name="rows">The rows, positioned at the first of this sheet.</param>
/// <param name="limit">Maximum number of rows of the sheet.</param>
/// <param name="more">Whether the enumerator is at a row.</param>
internal sealed class XlsxSheet(int columns, IAsyncEnumerator<IReadOnlyList<object?>> rows, int limit, bool more) : MiniExcelDataReaderBase
{
    private int _given;

    /// <summary>Whether a row is left over because the sheet is full; it belongs to the next sheet.</summary>
    public bool More { get; private set; } = more;

    /// <inheritdoc/>
    public override int FieldCount => columns;

    /// <summary>The identifier of a column.</summary>
    /// <param name="column">Index of the column, from 0.</param>
    public static string KeyOf(int column) => column.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string GetName(int i) => KeyOf(i);

    /// <inheritdoc/>
    public override object GetValue(int i) => CellOf(rows.Current[i]) ?? DBNull.Value;

    /// <inheritdoc/>
    public override bool Read() => throw new NotSupportedException("The rows can only be read asynchronously.");

    /// <inheritdoc/>
    public override async Task<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_given > 0)
        {
            More = await rows.MoveNextAsync();
        }

        return More && _given++ < limit;
    }

    private static object? CellOf(object? cell) => cell switch
    {
        null or double.NaN or double.PositiveInfinity or double.NegativeInfinity => null,
        string text => XlsxText.Of(text),
        double or decimal or int or long => cell,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        DateTimeOffset moment => moment.LocalDateTime,
        _ => throw new ArgumentException($"A cell cannot be a {cell.GetType().Name}.", nameof(cell)),
    };
}
