using System.Collections.Immutable;

namespace Insiders.Web.Features.Programmes.Report;

/// <summary>An answer of the report.</summary>
/// <param name="Number">The number of its question.</param>
/// <param name="Question">The question.</param>
/// <param name="Sentences">The answer: the figure first, then what it stands beside.</param>
/// <param name="Definition">How it is defined.</param>
/// <param name="Address">The page with the customers behind it; null where there are none.</param>
public sealed record ReportAnswer(int Number, string Question, ImmutableArray<string> Sentences, string Definition, string? Address)
{
    /// <summary>True where the data cannot answer it; the sentences say what is missing.</summary>
    public bool IsOpen { get; init; }
}
