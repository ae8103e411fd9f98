using System.Globalization;
using MiniExcelLibs;

namespace Insiders.Web.Exports;

/// <summary>The rows of one sheet, handed to MiniExcel one after the other.</summary>
/// <param name="columns">How many columns there are.</param>
/// <param name="rows">The rows, at the first of this sheet.</param>
/// <param name="limit">The most rows of the sheet.</param>
/// <param name="more">Whether the rows are at one.</param>
internal sealed class XlsxSheet(int columns, IAsyncEnumerator<IReadOnlyList<object?>> rows, int limit, bool more) : MiniExcelDataReaderBase
{
    private int _given;

    /// <summary>Whether the rows are at one that is not given out: the sheet is full, and it belongs to the next.</summary>
    public bool More { get; private set; } = more;

    /// <inheritdoc/>
    public override int FieldCount => columns;

    /// <summary>What a column is known by.</summary>
    /// <param name="column">From 0.</param>
    public static string KeyOf(int column) => column.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string GetName(int i) => KeyOf(i);

    /// <inheritdoc/>
    public override object GetValue(int i) => CellOf(rows.Current[i]) ?? DBNull.Value;

    /// <inheritdoc/>
    public override bool Read() => throw new NotSupportedException("The rows are read without blocking.");

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
