using Insiders.Core.Problems;

namespace Insiders.Core.Import;

/// <summary>A row that could not become a sale.</summary>
/// <param name="Line">Line of the file where the row starts; the header is line 1.</param>
/// <param name="Column">Header of the column at fault, as in the file; empty when the row as a whole is.</param>
/// <param name="Value">What was found, at most <see cref="ValueLength"/> characters of it.</param>
/// <param name="Reason">Why, for whoever exported the file.</param>
public sealed record RejectedRow(long Line, string Column, string Value, Problem Reason)
{
    /// <summary>The file of a zip or a folder that the line is of; null where there is only one.</summary>
    public string? File { get; init; }

    /// <summary>Longer values are cut here and end in an ellipsis.</summary>
    public const int ValueLength = 200;
}
