using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>A grid of coloured cells.</summary>
public sealed record HeatChart : ChartSpec
{
    /// <summary>The row labels, from top to bottom.</summary>
    public required ImmutableArray<string> Rows { get; init; }

    /// <summary>The column labels, from left to right.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>Row by row; a cell without a value stays blank.</summary>
    public required ImmutableArray<HeatCell> Cells { get; init; }

    /// <summary>Title of the row axis.</summary>
    public string RowTitle { get; init; } = "";

    /// <summary>Title of the column axis.</summary>
    public string ColumnTitle { get; init; } = "";

    /// <summary>How values map to colours.</summary>
    public required ColourScale Scale { get; init; }

    /// <summary>True to write each cell's text into it.</summary>
    public bool ShowTexts { get; init; }

    /// <inheritdoc/>
    public override int Height { get => field > 0 ? field : 110 + (30 * Rows.Length); init; }

    /// <inheritdoc/>
    public override bool HasData => Cells.Any(cell => cell.Value is not null);
}
